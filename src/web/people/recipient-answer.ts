import { z } from "zod";
import { REPORT_KINDS } from "../../../models/report-kind.ts";
import { shape, type Told } from "../answers/shape.ts";
import { DAY } from "../answers/units.ts";

const RECIPIENT = shape("Recipient", {
  ...{ id: z.int(), desk: z.string(), name: z.string(), channel: z.string(), language: z.enum(["zh", "en"]) },
  /** What may be shown of the address. */
  hint: z.string(),
  /** First and last day; null is open. */
  ...{ validFrom: DAY.nullable(), validTo: DAY.nullable() },
  /** Why nothing goes there at present; null: it works. */
  broken: z.string().nullable(),
});

const SUBSCRIPTION = shape("Subscription", {
  ...{ id: z.int(), recipient: z.int(), kind: z.enum(REPORT_KINDS) },
  /** Of the whole place when empty, else "department:miit" or "region:500237001". */
  scope: z.string(),
  formats: z.array(z.string()),
});

export const RECIPIENTS = z.strictObject({
  recipients: z.array(RECIPIENT),
  /** Reports that are sent to them whenever one is issued. */
  subscriptions: z.array(SUBSCRIPTION),
});

export const SUBSCRIBED = z.strictObject({ id: z.int() });

export type RecipientsView = Told<z.infer<typeof RECIPIENTS>>;
