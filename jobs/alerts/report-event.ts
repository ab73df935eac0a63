import { Readable } from "node:stream";
import type { Finding } from "../../models/finding.ts";
import { dayOf } from "../../models/instant.ts";
import { Problem } from "../../models/problem.ts";
import type { Mapping, Profile } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import type { Counts } from "../../src/db/run.ts";
import { csvLine } from "../../src/sources/csv.ts";
import type { Delivery } from "../../src/sources/delivery.ts";
import { importDeliveries } from "../import.ts";
import { noProgress } from "../progress.ts";
import { judgeEvents } from "./judge-events.ts";

/** An event as a desk reports it. */
export interface ReportedEvent {
  readonly enterprise: string;
  /** Code, name or alias of the profile's event kinds. */
  readonly kind: string;
  readonly on: string;
  readonly people: number | null;
  readonly note: string | null;
}

export interface Reporting {
  readonly profile: Profile;
  readonly by: string;
  readonly clock: () => number;
}

/** The source that reported events are kept under. */
const SOURCE = "form";

const FIELDS = { code: ["code"], kind: ["kind"], occurredOn: ["occurredOn"], people: ["people"], note: ["note"] };
const MAPPING: Mapping = { kind: "event", layout: "long", columns: FIELDS, ignore: ["reportedAt", "reportedBy"] };

/** Takes an event in like every delivery, checked and kept, and judges it at once. */
export async function reportEvent(db: Db, event: ReportedEvent, { profile, by, clock }: Reporting): Promise<Counts> {
  const now = clock();
  const today = dayOf(now);
  const order = { profile, source: SOURCE, mappings: [MAPPING], publishedOn: today, today, by };
  const [result] = await importDeliveries(db, [deliveryOf(event, by, now)], order, noProgress);
  const wrong = "findings" in result! ? result.findings.find(({ severity }) => severity !== "warn") : undefined;
  if (wrong) throw notTaken(wrong);
  return judgeEvents(db, profile, clock);
}

function deliveryOf({ enterprise, kind, on, people, note }: ReportedEvent, by: string, now: number): Delivery {
  const header = ["code", "kind", "occurredOn", "people", "note", "reportedAt", "reportedBy"];
  const row = [
    enterprise,
    kind,
    on,
    people === null ? "" : String(people),
    note ?? "",
    new Date(now).toISOString(),
    by,
  ];
  const bytes = Buffer.from(`${csvLine(header)}\n${csvLine(row)}\n`);
  return {
    name: `event-${enterprise}-${on}.csv`,
    size: bytes.length,
    open: async () => Readable.from([bytes], { objectMode: false }),
  };
}

const notTaken = ({ code, message, repair }: Finding): Problem =>
  new Problem("input", code, text(`动态未录入：${message.zh}`, `The event was not taken in: ${message.en}`), repair);
