import type { Month } from "../models/month.ts";
import type { Db } from "../src/db/db.ts";
import type { EnterpriseIds } from "../src/db/enterprise.ts";
import type { MonthSpan } from "../src/db/publication.ts";
import type { ImportOrder } from "./import-order.ts";

/** What was stored: rows and their months by the date they became known; whether a name told that the simulator gave it. */
export interface Stored {
  readonly published: Map<string, number>;
  readonly months: Map<string, MonthSpan>;
  simulated: boolean;
}

/** What storing needs to know of the delivery. */
export interface Shelf {
  readonly tx: Db;
  readonly batch: number;
  readonly ids: EnterpriseIds;
  readonly order: ImportOrder;
  readonly stored: Stored;
}

/** The date a record became known, counted; the intake has seen to it that no two of one key share one. */
export function dated(
  { order, stored }: Shelf,
  record: { readonly publishedOn: string | null },
  month?: Month,
): string {
  const on = record.publishedOn ?? order.publishedOn;
  stored.published.set(on, (stored.published.get(on) ?? 0) + 1);
  if (month !== undefined) stretch(stored.months, on, month);
  return on;
}

function stretch(months: Map<string, MonthSpan>, on: string, month: Month): void {
  const span = months.get(on);
  if (!span) months.set(on, { first: month, last: month });
  else if (month < span.first) span.first = month;
  else if (month > span.last) span.last = month;
}
