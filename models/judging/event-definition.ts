import type { ReductionLine } from "../risk/model.ts";
import { type Text, text } from "../text.ts";
import type { Threshold } from "../threshold.ts";
import { threshold } from "./thresholds.ts";

/** What counts as having come true, settled before anybody looks, and stored with every figure. */
export interface EventDefinition {
  readonly id: string;
  readonly name: Text;
  readonly says: Text;
  /** Months after the origin in which it has to come. */
  readonly horizon: Threshold;
  /** Fewest persons lost; null: however few. */
  readonly people: Threshold | null;
  /** Smallest share of the origin's headcount lost. */
  readonly share: Threshold;
  /** Months without a report, up to the last month known, from which an enterprise stays missing and has left. */
  readonly missing: Threshold;
}

/** The fall that an event is: at least so many people (0: however few) and such a share. */
export const lineOf = ({ people, share }: EventDefinition): ReductionLine => ({
  people: people?.value ?? 0,
  share: share.value,
});

const METHOD = text("方法文件所定预测目标", "the prediction targets of the method set");
const LINE = text(
  "《企业裁减人员规定》口径：裁减20人以上（劳动合同法第41条）",
  "the line of the labour contract law, article 41: 20 people or more",
);
const horizon = threshold(3, "months", "convention", METHOD);
const missing = threshold(
  2,
  "months",
  "convention",
  text("缺报一个月可能是迟报；其后仍缺方视为退出", "one missing month may be a late report; missing on is an exit"),
);

export const LARGE_REDUCTION: EventDefinition = {
  id: "large-reduction",
  name: text("大幅减员", "Large reduction"),
  says: text(
    "此后三个月内，用工比当月减少20人及以上且降幅达10%及以上（划转、合并除外）",
    "within the next three months the headcount is at least 20 people and at least 10 % below this month's, net of transfers",
  ),
  ...{ horizon, missing },
  people: threshold(20, "persons", "statute", LINE),
  share: threshold(
    0.1,
    "share",
    "statute",
    text("劳动合同法第41条：占职工总数10%以上", "labour contract law, article 41: 10 % of the staff"),
  ),
};

export const DEEP_REDUCTION: EventDefinition = {
  id: "deep-reduction",
  name: text("深度减员", "Deep reduction"),
  says: text(
    "此后三个月内，用工比当月减少20%及以上（划转、合并除外）",
    "within the next three months the headcount is at least 20 % below this month's, net of transfers",
  ),
  ...{ horizon, missing },
  people: null,
  share: threshold(0.2, "share", "convention", METHOD),
};

export const EVENT_DEFINITIONS: readonly EventDefinition[] = [LARGE_REDUCTION, DEEP_REDUCTION];
