import { type Text, text } from "../text.ts";
import type { ExplainFacts, SharedByPeers } from "./explain-facts.ts";
import { isKnown, percent } from "./explain-words.ts";

type Beside = Pick<ExplainFacts, "status" | "headcount" | "previous" | "peerChange" | "peers" | "peerGroup">;

/**
 * Persons fewer than if it had changed as its peers were expected to: previous × e^(peers' log change) − headcount. Below 0: more.
 * null where either month is not known, or the change is a transfer, a merger or a blip and no fall to be compared.
 */
export function fewerThanPeers({ status, headcount, previous, peerChange, peers }: Beside): number | null {
  if (status !== "scored" || peers <= 0) return null;
  if (![headcount, previous, peerChange].every(isKnown)) return null;
  return Math.round(previous * Math.exp(peerChange)) - headcount;
}

/** What the peers make of the month, in people where it can be; few peers say so themselves, by their number. */
export function besidePeers(facts: Beside): Text | null {
  const { status, peerChange, peers: n } = facts;
  if (status !== "scored" && status !== "rebased") return null;
  if (!isKnown(peerChange) || n <= 0) return null;
  const change = percent(Math.expm1(peerChange));
  const { zh: peers, en: similar } = peersNamed(n, facts.peerGroup);
  const fewer = fewerThanPeers(facts);
  if (fewer === null)
    return text(`参照${peers}预期变动${change}（${n}户）`, `a change of ${change} expected from ${similar}`);
  if (fewer === 0)
    return text(
      `与${peers}（${n}户，预期变动${change}）相当`,
      `as many as expected from ${similar} (a change of ${change})`,
    );
  const [zh, en] = fewer > 0 ? ["少", "fewer"] : ["多", "more"];
  const size = Math.abs(fewer);
  return text(
    `较${peers}（${n}户，预期变动${change}）${zh}${size}人`,
    `${size} ${en} than expected from ${similar} (a change of ${change})`,
  );
}

/** Who the peers are: 同行业同规模企业, "38 enterprises of its industry and size". */
function peersNamed(n: number, shared: SharedByPeers | undefined): Text {
  const enterprises = n === 1 ? "enterprise" : "enterprises";
  if (!shared) return text("同类企业", `${n} similar ${enterprises}`);
  const { zh, en } = shared.above ? text(shared.above.zh, `in ${shared.above.en}`) : SHARED[shared.kind];
  return text(`${zh}企业`, `${n} ${enterprises} ${en}`);
}

/** In every kind but "everybody" the peers are of similar size too: of the same band, or small or large as it is. */
const SHARED: Readonly<Record<SharedByPeers["kind"], Text>> = {
  region: text("同地区同行业同规模", "of its area, industry and size"),
  band: text("同行业同规模", "of its industry and size"),
  industry: text("同行业", "of its industry"),
  half: text("规模相近", "of similar size"),
  everybody: text("全部", "of all kinds"),
};
