import { z } from "zod";
import { shape } from "../answers/shape.ts";
import { CODE, COUNT, PERSONS, SHARE } from "../answers/units.ts";

export const DIMENSION = z.enum(["place", "sector", "section", "division", "region", "sizeBand", "size", "department"]);

/** A group's month against a baseline. Null is not computable, or not said by anybody. */
export const FIGURE = shape("Figure", {
  dimension: DIMENSION,
  code: CODE,
  /** The section of a division; otherwise null. */
  parent: CODE.nullable(),
  baseline: z.enum(["previous", "year-start", "first-filing", "year-ago", "quarter-start", "joined-year-ago"]),
  /** Enterprises: with a report this month, in both months, new, closed since the baseline, without a report. */
  ...{ reporting: COUNT, matched: COUNT, entered: COUNT, left: COUNT, silent: COUNT },
  /** Over all that reported, matched or not. */
  headcount: PERSONS,
  ...{ enteredPeople: PERSONS, leftPeople: PERSONS, silentPeople: PERSONS },
  /** Over the matched enterprises: ΣB, ΣE, ΣE − ΣB, what those that fell lost, what those that grew gained. */
  ...{ base: PERSONS, current: PERSONS, change: PERSONS, grossLoss: PERSONS, grossGain: PERSONS },
  /** change ÷ base. */
  rate: SHARE.nullable(),
  /** grossGain and grossLoss over the average of ΣB and ΣE. */
  ...{ creation: SHARE.nullable(), destruction: SHARE.nullable() },
  /** Matched enterprises with fewer, more, as many people. */
  ...{ down: COUNT, up: COUNT, flat: COUNT },
  /** 劳务派遣, of dispatchReports enterprises; the change of the dispatchPairs that said it in both months. */
  ...{ dispatch: PERSONS.nullable(), dispatchChange: PERSONS.nullable(), dispatchReports: COUNT, dispatchPairs: COUNT },
  /** 隐性失业, of hiddenReports enterprises with hiddenHeadcount persons. */
  ...{ hidden: PERSONS.nullable(), hiddenRate: SHARE.nullable(), hiddenReports: COUNT, hiddenHeadcount: PERSONS },
});
