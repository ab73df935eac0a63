import { z } from "zod";
import { said, shape, type Told } from "../answers/shape.ts";
import { COUNT, DAY, INSTANT, MONTH, PERSONS, SHARE, TEXT } from "../answers/units.ts";

/** What one thing adds to an enterprise's risk. */
export const REASON = shape("Reason", {
  ...{ name: z.string(), title: TEXT },
  /** null where there is none, such as of the model's base. */
  ...{ value: z.number().nullable(), unit: z.string().nullable() },
  logOdds: said(z.number(), "对数几率，大于0提高风险", "log-odds; above 0 raises the risk"),
});

/**
 * Why no parts of a score are told. unscored: it was not in the newest run; silent: it reported no headcount; too-small: it has
 * fewer people than the model's event takes; too-short: what it reported does not suffice for a risk; event: its alert was
 * raised by an event reported after the run; not-kept: at the run it had neither a level nor an open alert.
 */
export const WHY_NONE = z.enum(["unscored", "silent", "too-small", "too-short", "event", "not-kept"]);

/** The peers of an enterprise and its place among them. */
export const PEERS = shape("Peers", {
  /** What they share. */
  group: TEXT,
  /** Those that reported both months, itself among them. */
  enterprises: COUNT,
  median: said(SHARE, "比上月变化的中位数", "median change since the month before, share"),
  spread: said(
    z.array(SHARE),
    "同类变化的第10、25、50、75、90百分位",
    "10th, 25th, 50th, 75th and 90th percentile of their changes",
  ),
  /** null where it did not report both months. */
  own: said(SHARE, "本企业的变化", "its own change, share").nullable(),
  below: said(COUNT, "变化更差的企业数", "enterprises that changed for the worse").nullable(),
});

/** What one support policy means for the enterprise, in words. */
export const SUPPORT = shape("Support", {
  ...{ policy: z.string(), name: TEXT, outcome: z.enum(["eligible", "unknown", "not-eligible"]), says: TEXT },
  /** What decided it; null: all conditions hold, or its dates decided. */
  decided: TEXT.nullable(),
  ...{ missing: TEXT.nullable(), amount: TEXT },
  headRoom: said(TEXT, "还可减少多少人而不失去资格", "how many may still leave before it is lost").nullable(),
});

/** A version of a month's figure with what it changed. */
export const VERSION = shape("HeadcountVersion", {
  month: MONTH,
  /** 1 for the month's first. */
  version: COUNT,
  publishedOn: DAY,
  ...{ headcount: PERSONS, dispatch: PERSONS.nullable(), hidden: PERSONS.nullable() },
  /** Since the version before; null for the first. */
  change: PERSONS.nullable(),
  /** The delivery: its number, its source, its name, who took it in and when. */
  ...{ batch: z.int(), source: z.string(), delivery: z.string(), importedBy: z.string(), importedAt: INSTANT },
});

export type Reason = Told<z.infer<typeof REASON>>;
export type WhyNone = z.infer<typeof WHY_NONE>;
export type ToldPeers = Told<z.infer<typeof PEERS>>;
export type Support = Told<z.infer<typeof SUPPORT>>;
export type ToldVersion = Told<z.infer<typeof VERSION>>;
