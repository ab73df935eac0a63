import { PEER_SHARES } from "../../../models/account/peer-place.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact, signedPercent } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import type { ToldPeers } from "./parts-answer.ts";

/** Whom it was compared with this month, and where it stands among them. */
export const peersPart = (asked: Asked<unknown>, peers: ToldPeers | null): Html =>
  html`<h2>${asked.say(PEERS)}</h2><p>${asked.say(peers === null ? NONE : sentence(peers))}</p>${peers === null ? null : spreadTable(asked, peers)}`;

const PEERS = text("同类企业", "Peers");
const OWN = text("该企业", "This enterprise");

/** Its own change in its place among those that tenths and quarters of the peers stay below. */
function spreadTable({ say, language }: Asked<unknown>, { spread, own }: ToldPeers): Html {
  const rows = PEER_SHARES.map((share, i) => ({ name: say(shareName(share)), change: spread[i]! }));
  const all = own === null ? rows : [...rows, { name: say(OWN), change: own }].toSorted((a, b) => a.change - b.change);
  return table({
    caption: say(text("同类企业的变动分布与该企业的位置", "How peers changed, and where it stands")),
    columns: [
      { head: say(text("位置", "Place")) },
      { head: say(text("较上月变动", "Change on the month before")), number: true },
    ],
    rows: all.map(({ name, change }) => ({
      name: own !== null && name === say(OWN) ? html`<strong>${name}</strong>` : name,
      cells: [signedPercent(change, 1)],
    })),
    ...{ stack: true, language, empty: "" },
  });
}

function shareName(share: number): Text {
  if (share === 0.5) return text("中位", "Median");
  const percent = Math.round(share * 100);
  return text(`${percent}%的同类低于`, `${percent} % of peers are below`);
}

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
