import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact, signedPercent } from "../../../reports/number.ts";
import type { Asked } from "../asked.ts";
import type { ToldPeers } from "./parts-answer.ts";

/** Whom it was compared with this month, and where it stands among them. */
export const peersPart = ({ say }: Asked<unknown>, peers: ToldPeers | null): Html =>
  html`<h2>${say(text("同类企业", "Peers"))}</h2><p>${say(peers === null ? NONE : sentence(peers))}</p>`;

const NONE = text(
  "本门类中可比的同类企业不足，评分取了更大范围的企业，或该企业行业未明。",
  "Too few peers in its section: the score took a wider group, or its industry is not known.",
);

function sentence({ group, enterprises, median, own, below }: ToldPeers): Text {
  const who = text(
    `比较对象：${group.zh}，两月均报送的${exact(enterprises)}户，中位变动${signedPercent(median, 1)}`,
    `Compared with ${group.en}: ${exact(enterprises)} that reported both months, median change ${signedPercent(median, 1)}`,
  );
  if (own === null || below === null)
    return text(`${who.zh}；该企业未连续报送，不排位。`, `${who.en}; it did not report both months and has no place.`);
  return text(
    `${who.zh}；该企业${signedPercent(own, 1)}，其中${exact(below)}户的变动比它更低。`,
    `${who.en}; its own ${signedPercent(own, 1)}, and ${exact(below)} of them changed for the worse.`,
  );
}
