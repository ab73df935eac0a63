import { type Text, text } from "../text.ts";

/** One thing the risk looks at. curve: its effect may bend at the knots; line: it is proportional. */
export interface RiskFeature {
  readonly name: string;
  readonly form: "curve" | "line";
  readonly title: Text;
  /** What a value of 1 means. */
  readonly unit: string;
}

/**
 * The features of the hazard, in the order of every feature row. A falling trend is left out on purpose: it did not
 * predict (method set, "What real data says"); how much an enterprise moves, and how much its peers do, did.
 */
export const RISK_FEATURES: readonly RiskFeature[] = [
  { name: "range", form: "line", title: text("近一年用工波动幅度", "range of a year"), unit: "ln(max / min + 0.02)" },
  {
    name: "chance",
    form: "curve",
    title: text("平常波动越过减员线的可能", "chance that usual movement crosses the line"),
    unit: "ln(probability); the row holds ln(spread of three months), the model knows the line",
  },
  {
    name: "turbulence",
    form: "curve",
    title: text("同行业近三月动荡程度", "how much the trade moved lately"),
    unit: "ln(mean absolute monthly log change of the peers)",
  },
  {
    name: "balance",
    form: "line",
    title: text("增员月与减员月之差", "months up less months down"),
    unit: "share of months, −1…1",
  },
  { name: "change3", form: "line", title: text("近三个月增减", "change over three months"), unit: "log change" },
  { name: "shock", form: "line", title: text("当月异常程度", "this month's shock"), unit: "z" },
  { name: "leak", form: "line", title: text("持续小幅减员", "slow leak"), unit: "CUSUM / its limit" },
  {
    name: "dispatch",
    form: "line",
    title: text("劳务派遣人员减少", "dispatch workers gone"),
    unit: "share of the headcount lost this month in dispatch workers",
  },
  { name: "hidden", form: "line", title: text("在岗无工作人员占比", "staff without work"), unit: "share" },
];

export const FEATURES = RISK_FEATURES.length;

/** Place of the feature that depends on the event foretold. */
export const CHANCE = 1;

/** What the features of a row are made of: log changes, registered level shifts left out. */
export interface FeatureFacts {
  /** Largest less smallest log headcount of the window, level shifts taken out. */
  readonly range: number;
  /** Sum and number of squared changes in the window: from month to month, and over three months (these overlap). */
  readonly squares: number;
  readonly changes: number;
  readonly squares3: number;
  readonly changes3: number;
  /** Months up less months down, over their number. */
  readonly balance: number;
  /** Log change since three months ago. */
  readonly change3: number;
  readonly bandVariance: number;
  readonly turbulence: number;
  readonly z: number;
  /** Leak over its limit. */
  readonly leak: number;
  readonly dispatchCut: number;
  readonly hidden: number;
}

/** Months of a size band's spread that an enterprise's own is mixed with: what it did itself tells more. */
const SPREAD_PRIOR = 1;
/** Overlapping changes over three months that √3 months of the own spread are worth: two that do not overlap. */
const SPREAD3_PRIOR = 6;
/** A spread under this (0.6 % a month) is a file that repeats itself, not a calm enterprise. */
const LEAST_SPREAD = 0.006;
/** Writes the features of a row to out[at…at + FEATURES); NaN is "not known" and counts as typical. */
export function writeFeatures(out: Float32Array, at: number, facts: FeatureFacts): void {
  out[at] = Math.log(facts.range + 0.02);
  out[at + CHANCE] = Math.log(spreadOver3(facts));
  out[at + 2] = facts.turbulence;
  out[at + 3] = facts.balance;
  out[at + 4] = facts.change3;
  out[at + 5] = facts.z;
  out[at + 6] = facts.leak;
  out[at + 7] = facts.dispatchCut;
  out[at + 8] = facts.hidden;
}

/**
 * Spread of the own changes over three months, about 0 and not beyond the peers': what the event is counted on. Months that
 * undo each other make it smaller than √3 single months, months that follow each other larger.
 */
function spreadOver3({ squares, changes, squares3, changes3, bandVariance }: FeatureFacts): number {
  const prior = Number.isNaN(bandVariance) ? 0 : SPREAD_PRIOR;
  const monthly = (prior === 0 ? squares : prior * bandVariance + squares) / (prior + changes);
  const over3 = 3 * Math.max(LEAST_SPREAD ** 2, monthly);
  return Math.sqrt((SPREAD3_PRIOR * over3 + squares3) / (SPREAD3_PRIOR + changes3));
}
