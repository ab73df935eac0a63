import { z } from "zod";
import { said, shape } from "../answers/shape.ts";
import { CODE, COUNT, PERSONS, SHARE } from "../answers/units.ts";

/** Alerts by what they turned out to be. */
const VERDICTS = shape("AlertVerdicts", {
  ...{ hit: COUNT, late: COUNT, repeated: COUNT, intervened: COUNT, pending: COUNT, false: COUNT },
});
const MONTHS = said(z.number(), "月数", "months");

/** A 95 % interval of a share. */
export const INTERVAL = shape("Interval", { low: SHARE, high: SHARE });

/** Events and alerts held against one another. */
export const LEAD_SUMMARY = shape("LeadSummary", {
  ...{ events: COUNT, warned: COUNT, late: COUNT, missed: COUNT, recall: SHARE.nullable() },
  /** Of all events, one never warned of counting as the worst; and of the warned ones alone. */
  ...{ medianLead: MONTHS.nullable(), medianLeadWarned: MONTHS.nullable() },
  /** Of all events, those warned of at least a month before. */
  ahead: SHARE.nullable(),
  /** In the events, and in those warned of. */
  ...{ people: PERSONS, peopleWarned: PERSONS },
  ...{ alerts: COUNT, verdicts: VERDICTS, precision: SHARE.nullable() },
});

export const LEVEL_JUDGEMENT = shape("LevelJudgement", {
  ...{ level: CODE, alerts: COUNT, verdicts: VERDICTS },
  /** hit ÷ (hit + false); null without either. */
  ...{ precision: SHARE.nullable(), interval: INTERVAL.nullable() },
  /** Of all events, those that an alert of this level or a more severe one warned of. */
  recall: SHARE.nullable(),
  /** The most and the least it can be, depending on whether help given prevented what had been foretold. */
  ...{ ifHelped: SHARE.nullable(), ifNot: SHARE.nullable() },
});
