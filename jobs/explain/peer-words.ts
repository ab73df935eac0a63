import type { PeerGroup } from "../../models/account/peer-chain.ts";
import { percent } from "../../models/explain/explain-words.ts";
import type { Profile } from "../../models/profile.ts";
import { type Text, text } from "../../models/text.ts";

/** Who a group's members are. @param at the enterprise's places in the profile's regions and size bands */
export function peerName(
  { kind, industry }: Pick<PeerGroup, "kind" | "industry">,
  { region, band }: { readonly region: number; readonly band: number },
  profile: Profile,
): Text {
  if (kind === "everybody") return text("全部企业", "all enterprises");
  const { largeFrom } = profile.thresholds.detector;
  const [low, next] = [profile.sizeBands[band]!, profile.sizeBands[band + 1]];
  const half =
    low >= largeFrom.value
      ? text(`${largeFrom.value}人及以上`, `${largeFrom.value} and more people`)
      : text(`不足${largeFrom.value}人`, `under ${largeFrom.value} people`);
  const size =
    next === undefined
      ? text(`${low}人及以上`, `${low} and more people`)
      : text(`${low}—${next - 1}人`, `${low} to ${next - 1} people`);
  const trade = industry < 0 ? text("各行业", "all industries") : profile.industries[industry]!.name;
  const place = kind === "region" ? profile.regions[region]!.name : null;
  const by = kind === "half" || kind === "industry" ? half : size;
  return text(
    `${place === null ? "" : `${place.zh}·`}${trade.zh}·${by.zh}`,
    `${trade.en}, ${by.en}${place === null ? "" : `, ${place.en}`}`,
  );
}

/** One line a group: who, how many, what their median did. */
export function peerLine(group: PeerGroup, name: Text): Text {
  const change = percent(Math.expm1(group.change));
  const few = group.leans
    ? text("，户数不足，取上一组及自身往年同期差别", ", too few: the next group's is taken, and its own season")
    : text("", "");
  return text(
    `${name.zh}：${group.enterprises}户，中位变动${change}${few.zh}`,
    `${name.en}: ${group.enterprises} enterprises, median change ${change}${few.en}`,
  );
}
