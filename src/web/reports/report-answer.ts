import { z } from "zod";
import { REPORT_KINDS } from "../../../models/report-kind.ts";
import type { ReportFacts } from "../../../reports/report-facts.ts";
import { named, shape } from "../answers/shape.ts";
import { COUNT, DAY, INSTANT, JSON_VALUE, MONTH, TEXT } from "../answers/units.ts";

/** A report that somebody reviewed, and perhaps issued. */
export const ISSUED = shape("IssuedReport", {
  ...{ id: z.int(), kind: z.string(), scope: z.string(), month: MONTH, run: z.int().nullable() },
  state: z.enum(["reviewed", "issued"]),
  ...{ reviewedBy: z.string(), reviewedAt: INSTANT },
  /** Department code, year and number it was issued under; null until then. */
  ...{ issuer: z.string().nullable(), year: z.int().nullable(), number: z.int().nullable() },
  ...{ issuedOn: DAY.nullable(), issuedBy: z.string().nullable() },
});

/** That alerts rest on facts alone. */
const RULES_ONLY = z.strictObject({ from: MONTH, reason: z.string(), actor: z.string() });

/** Who writes to whom. */
const LETTER = z.strictObject({ from: TEXT, to: TEXT, copies: z.array(TEXT) });

/**
 * What every report says of itself. The facts beside it are the document of its kind as frozen when it was reviewed, perhaps by
 * an earlier version: what they hold is settled by `reports`, and no answer of today can promise it.
 */
const FACTS: z.ZodType<ReportFacts> = named(
  "ReportFacts",
  z
    .object({
      ...{ kind: z.enum(REPORT_KINDS), about: z.string(), title: TEXT, letter: LETTER, month: MONTH },
      ...{ vintage: TEXT, asOf: DAY, model: z.string(), simulated: z.boolean() },
      rulesOnly: RULES_ONLY.nullable().exactOptional(),
    })
    .catchall(JSON_VALUE),
);

export const REPORT = z.strictObject({
  title: TEXT,
  /** draft: nobody has looked through it; changed: data came after somebody did; outdated: after it was issued. */
  state: z.enum(["draft", "reviewed", "changed", "issued", "outdated"]),
  facts: FACTS,
  /** null while it is a draft. */
  report: ISSUED.nullable(),
  /** Notices of what later data changed in it, the newest first. */
  corrections: z.array(ISSUED),
});

/** Messages about it that were put into the outbox. */
export const ISSUING = z.strictObject({ report: ISSUED, messages: COUNT });

export const REPORTS = z.strictObject({
  month: MONTH.nullable(),
  months: z.array(MONTH),
  reports: z.array(z.strictObject({ path: z.string(), kind: TEXT, of: TEXT, state: TEXT })),
});
