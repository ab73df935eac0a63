import { z } from "zod";
import { REPORT_KINDS } from "../../../models/report-kind.ts";
import { said, shape, type Told } from "../answers/shape.ts";
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

const ABSENCE = z.strictObject({
  recipient: z.int(),
  ...{ from: DAY, until: DAY },
  /** Who stands in; null: nobody. */
  deputy: z.int().nullable(),
});

const DUTY = z.strictObject({ desk: z.string(), recipient: z.int(), from: DAY, until: DAY });

const SUBSCRIPTION = shape("Subscription", {
  ...{ id: z.int(), recipient: z.int(), kind: z.enum(REPORT_KINDS) },
  /** Of the whole place when empty, else "department:miit" or "region:500237001". */
  scope: z.string(),
  formats: z.array(z.string()),
});

export const RECIPIENTS = z.strictObject({
  recipients: z.array(RECIPIENT),
  absences: said(z.array(ABSENCE), "外出及代班", "who is away, and who stands in"),
  duties: said(z.array(DUTY), "休息日值班", "who is on duty on days that are not worked"),
  /** Reports that are sent to them whenever one is issued. */
  subscriptions: z.array(SUBSCRIPTION),
});

/** The recipient that something was done with. */
export const RECIPIENT_DONE = z.strictObject({ id: z.int() });
export const REVEALED = z.strictObject({ id: z.int(), address: z.string() });

export const SUBSCRIBED = z.strictObject({ id: z.int() });

export type RecipientsView = Told<z.infer<typeof RECIPIENTS>>;
export type ToldRecipient = RecipientsView["recipients"][number];
