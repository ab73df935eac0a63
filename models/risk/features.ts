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
  { name: "range", form: "curve", title: text("近一年用工波动幅度", "range of a year"), unit: "ln(max / min + 0.02)" },
  {
    name: "room",
    form: "curve",
    title: text("距减员线的余地", "room above the line of a reduction"),
    unit: "ln(line / own spread), both log changes; the row holds ln(own spread), the model knows the line",
  },
  {
    name: "turbulence",
    form: "curve",
    title: text("同行业近三月动荡程度", "how much the trade moved lately"),
    unit: "ln(mean absolute monthly log change of the peers)",
  },
  {
    name: "balance",
    form: "curve",
    title: text("增员月与减员月之差", "months up less months down"),
    unit: "share of months, −1…1",
  },
  { name: "change3", form: "curve", title: text("近三个月增减", "change over three months"), unit: "log change" },
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
export const ROOM = 1;

/** What the features of a row are made of; every log change is beyond nothing but level shifts unless said otherwise. */
export interface FeatureFacts {
  /** Largest less smallest log headcount of the window, level shifts taken out. */
  readonly range: number;
  /** Sum and number of squared monthly changes beyond the peers' in the window. */
  readonly squares: number;
  readonly changes: number;
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

/** Months of a size band's spread that an enterprise's own is mixed with. */
const SPREAD_PRIOR = 6;
/** A spread under this (0.6 % a month) is a file that repeats itself, not a calm enterprise. */
const LEAST_SPREAD = 0.006;
/** Writes the features of a row to out[at…at + FEATURES); NaN is "not known" and counts as typical. */
export function writeFeatures(out: Float32Array, at: number, facts: FeatureFacts): void {
  out[at] = Math.log(facts.range + 0.02);
  out[at + ROOM] = Math.log(ownSpread(facts));
  out[at + 2] = facts.turbulence;
  out[at + 3] = facts.balance;
  out[at + 4] = facts.change3;
  out[at + 5] = facts.z;
  out[at + 6] = facts.leak;
  out[at + 7] = facts.dispatchCut;
  out[at + 8] = facts.hidden;
}

function ownSpread({ squares, changes, bandVariance }: FeatureFacts): number {
  const known = Number.isNaN(bandVariance);
  const [prior, band] = known ? [0, 0] : [SPREAD_PRIOR, bandVariance];
  return Math.max(LEAST_SPREAD, Math.sqrt((prior * band + squares) / (prior + changes)));
}
