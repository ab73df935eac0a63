import { formatMonth } from "../models/month.ts";
import type { RegimeChange } from "../models/regime.ts";
import { type Text, text } from "../models/text.ts";
import { monthWords } from "./wording/dates.ts";

/** That alerts rest on facts alone: since which month ("2020-02"), why, and who settled it. */
export interface RulesOnly {
  readonly from: string;
  readonly reason: string;
  readonly actor: string;
}

export const rulesOnlyFacts = (change: RegimeChange | null): RulesOnly | null =>
  change === null ? null : { from: formatMonth(change.from), reason: change.reason, actor: change.actor };

/** What every report says of it. */
export function rulesOnlySentence({ from, reason, actor }: RulesOnly): Text {
  const since = monthWords(from);
  return text(
    `自${since.zh}起只用规则预警，风险评分不参与预警，本报告中的风险评分和预期流失岗位仅供参考。原因：${reason}（${actor}）。`,
    `Since ${since.en} alerts rest on rules about facts alone; the foretold risk raises none, and scores and jobs at risk in this report are for information only. Reason: ${reason} (${actor}).`,
  );
}
