import { z } from "zod";
import type { DetectorThresholds, LevelRule } from "../../../models/threshold.ts";
import { shape } from "../answers/shape.ts";
import { CODE, MONTH, TEXT } from "../answers/units.ts";

const ORIGIN = z.strictObject({
  kind: z.enum(["statute", "document", "practice", "measured", "convention"]),
  note: TEXT,
});

/** A number that decides something, with its unit, where it comes from and since when it holds. */
const THRESHOLD = shape("Threshold", { value: z.number(), unit: z.string(), origin: ORIGIN, validFrom: z.string() });
const MAYBE = THRESHOLD.exactOptional();

/** What scoring goes by; the reason for each number stands in its origin. */
const DETECTOR = z.strictObject({
  ...{ minimumHistory: THRESHOLD, window: THRESHOLD, breakShare: THRESHOLD, breakSpreads: THRESHOLD },
  ...{ blipReturn: THRESHOLD, counterpartShare: THRESHOLD, counterpartPeople: THRESHOLD, counterpartChance: THRESHOLD },
  ...{
    cohortPrior: THRESHOLD,
    cohortMinimum: THRESHOLD,
    seasonPrior: MAYBE,
    largeFrom: THRESHOLD,
    scalePrior: THRESHOLD,
  },
  ...{ flowShare: THRESHOLD, overdispersion: THRESHOLD, ownSeasonFrom: THRESHOLD, seasonReturn: THRESHOLD },
  ...{ stlFrom: THRESHOLD, trendMonths: THRESHOLD, leakReference: THRESHOLD, leakLimit: THRESHOLD, boundZ: THRESHOLD },
} satisfies Readonly<Record<keyof DetectorThresholds, z.ZodType>>);

/** All conditions that are there must hold. */
const WHEN = z.strictObject({
  ...{ z: MAYBE, leak: MAYBE, risk: MAYBE, overRed: MAYBE, overOrange: MAYBE, q: MAYBE },
  ...{ fallPeople: MAYBE, fallShare: MAYBE, fall3People: MAYBE, fall3Share: MAYBE },
  ...{ fall12People: MAYBE, fall12Share: MAYBE, headcount: MAYBE, headcountBelow: MAYBE },
  ...{ hiddenShare: MAYBE, silentMonths: MAYBE },
  ...{ event: CODE.exactOptional(), eventMonths: MAYBE, eventPeople: MAYBE, eventShare: MAYBE, eventDays: MAYBE },
} satisfies Readonly<Record<keyof LevelRule["when"], z.ZodType>>);

/** A level of null is a label, not an alert. */
const RULE = z.strictObject({ id: z.string(), level: CODE.nullable(), name: TEXT, when: WHEN, origin: ORIGIN });

/** When several enterprises fall together. */
const COLLECTIVE = z.strictObject({
  ...{ id: z.string(), level: CODE, name: TEXT },
  ...{ enterprises: THRESHOLD, fallPeople: THRESHOLD, fallShare: THRESHOLD, headcount: MAYBE },
  /** There must be more of them than is usual at this place. */
  beyondUsual: z.literal(true).exactOptional(),
  origin: ORIGIN,
});

export const THRESHOLD_SET = shape("ThresholdSet", {
  ...{ name: z.string(), validFrom: MONTH, detector: DETECTOR },
  ...{ rules: z.array(RULE), collective: z.array(COLLECTIVE) },
  /** Months until an alert is downgraded or closed, until silence is believed; new alerts that the desks can visit. */
  decision: z.strictObject({ downgradeAfter: THRESHOLD, closeAfter: THRESHOLD, silentUntil: MAYBE, budget: MAYBE }),
  /** By section: how many times its limits are those of the rules; 1 where it is left out. */
  industries: z.record(z.string(), THRESHOLD).exactOptional(),
  /** The same by size band, named by its lower end; both are multiplied. */
  sizes: z.record(z.string(), THRESHOLD).exactOptional(),
});
