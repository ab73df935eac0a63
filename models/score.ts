/**
 * What became of one enterprise in one month. Only "scored", "rebased" and "returned" carry a z.
 * rebased: this month's change is a level shift that is not a layoff (transfer, merger, code change, upward step, blip).
 * Its z is that of the raw change all the same, often far below 0, so that the reader sees what was set aside: a rule
 * on z must look at the status first. It is NaN when a named successor stands in for a missing or too short history.
 */
export const STATUS = {
  scored: 0,
  /** Fewer reported months in the window than minimumHistory, a first report among them. */
  tooShort: 1,
  /** No report this month and not known to have closed. */
  silent: 2,
  /** Known to have ceased; its last headcount is the loss. It says so every month while the panel keeps the row. */
  exited: 3,
  rebased: 4,
  /** Reported now but not last month: held against the last report, if that is not too far back; else nothing is compared. */
  returned: 5,
} as const;

export type StatusName = keyof typeof STATUS;

/** Scores of a panel as columns, one entry an enterprise. NaN in a float column and GAP in an integer one mean "no value". */
export interface ScoreColumns {
  readonly status: Uint8Array;
  /** Persons this month; GAP when not reported. */
  readonly headcount: Int32Array;
  /** Persons last month (or in the last report before an exit, a silence or a return); GAP when not reported. */
  readonly previous: Int32Array;
  /** Persons expected this month: last month moved by the peers' median change and the enterprise's own usual drift. */
  readonly expected: Float64Array;
  /** Persons below which the month counts as unusual: z ≤ −boundZ there and only there. */
  readonly lower: Float64Array;
  /** Log change expected of the peers this month: their shrunken median, their season in it; -0.05 is about 5 % fewer. NaN without peers. */
  readonly peerChange: Float64Array;
  /** How many peers that median rests on, the enterprise itself not counted; 0 when nobody could be asked. */
  readonly peers: Int32Array;
  /** Standardised residual of the month's log change; negative is a fall beyond the peers'. */
  readonly z: Float64Array;
  /**
   * Lower one-sided CUSUM after this month of the change beyond the peers', in the enterprise's own standard deviations
   * (without z's count noise and drift, which would hide slow cuts), ≥ 0; from 0 again after a level shift.
   */
  readonly leak: Float64Array;
  /** Theil–Sen slope of the adjusted log headcount, per month. */
  readonly slope: Float64Array;
  /** Two-sided tie-corrected Mann–Kendall p of that trend. */
  readonly trendP: Float64Array;
  /** Persons lost since three months ago, net of level shifts; positive is a loss. NaN when either month has no report. */
  readonly fall3: Float64Array;
  /** The same since a year ago. */
  readonly fall12: Float64Array;
  /** Hidden unemployment over this month's headcount; NaN when not reported. */
  readonly hiddenShare: Float64Array;
  /** Latest month taken as a level shift in the window, as a month number; GAP when none. */
  readonly breakMonth: Int32Array;
  /** FEATURES values an enterprise, as models/risk/features.ts names them; NaN is "not known". */
  readonly features: Float32Array;
  /** Probability of a large reduction within three months, 0…1, as the risk model foretells it; filled by foretellPanel. */
  readonly risk: Float64Array;
  /** That risk over the model's line for red and for orange at this size; 1 is on the line. NaN without a line. */
  readonly overRed: Float64Array;
  readonly overOrange: Float64Array;
}
