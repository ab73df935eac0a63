import { resolveIndustry } from "../models/industry.ts";
import { type Month, monthOfDate } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import type { EventRecord, IndustryRecord, RecordKind, RegisterRecord } from "../models/record.ts";
import { isWholePlace, resolveRegion } from "../models/region.ts";
import { isSimulatedName } from "../models/simulated.ts";
import type { Db } from "../src/db/db.ts";
import type { EnterpriseIds } from "../src/db/enterprise.ts";
import { keepEvents } from "../src/db/event.ts";
import { HEADCOUNT_COLUMNS, headcountLine, indexNewRows } from "../src/db/headcount.ts";
import { keepIndustryHeadcounts } from "../src/db/industry-headcount.ts";
import type { MonthSpan } from "../src/db/publication.ts";
import { keepRegister } from "../src/db/register.ts";
import type { RecordBlock } from "../src/intake/intake.ts";
import type { ImportOrder } from "./import-order.ts";

/** What was stored: rows and their months by the date they became known; whether a name told that the simulator gave it. */
export interface Stored {
  readonly published: Map<string, number>;
  readonly months: Map<string, MonthSpan>;
  simulated: boolean;
}

/** What storing needs to know of the delivery. */
interface Shelf {
  readonly tx: Db;
  readonly batch: number;
  readonly ids: EnterpriseIds;
  readonly order: ImportOrder;
  readonly stored: Stored;
}

/**
 * Stores a delivery's records as they come, a block at a time, so that memory does not grow with the file. Only the register
 * columns of a headcount file wait for its end, one entry an enterprise, because its headcounts hold the connection.
 */
export async function storeRecords(
  tx: Db,
  batch: number,
  ids: EnterpriseIds,
  kind: RecordKind,
  blocks: AsyncIterable<RecordBlock>,
  order: ImportOrder,
): Promise<Stored> {
  const shelf: Shelf = { tx, batch, ids, order, stored: { published: new Map(), months: new Map(), simulated: false } };
  if (kind === "headcount") await storeHeadcounts(shelf, blocks);
  else
    for await (const block of blocks) {
      order.signal?.throwIfAborted();
      await storeBlock(shelf, block);
    }
  await ids.save();
  return shelf.stored;
}

async function storeHeadcounts(shelf: Shelf, blocks: AsyncIterable<RecordBlock>): Promise<void> {
  const waiting: RecordBlock[] = [];
  const lines = headcountChunks(shelf, blocks, waiting);
  const headcounts = await shelf.tx.bulkLoad("headcount", HEADCOUNT_COLUMNS, lines);
  if (headcounts > 0) await indexNewRows(shelf.tx);
  for (const block of waiting) await storeBlock(shelf, block);
}

async function* headcountChunks(
  shelf: Shelf,
  blocks: AsyncIterable<RecordBlock>,
  waiting: RecordBlock[],
): AsyncIterable<string> {
  const { ids, batch, order } = shelf;
  for await (const block of blocks) {
    order.signal?.throwIfAborted();
    if (block.kind !== "headcount") {
      waiting.push(block);
      continue;
    }
    let chunk = "";
    for (const record of block.records)
      chunk += headcountLine(record, ids.idOf(record.code), dated(shelf, record, record.month), batch);
    yield chunk;
  }
}

async function storeBlock(shelf: Shelf, block: RecordBlock): Promise<void> {
  const { tx, batch } = shelf;
  if (block.kind === "register") await keepRegister(tx, batch, registerEntries(shelf, block.records));
  else if (block.kind === "industry") await keepIndustryHeadcounts(tx, batch, industryEntries(shelf, block.records));
  else if (block.kind === "event") await keepEvents(tx, batch, eventEntries(shelf, block.records));
}

/** The date a record became known, counted; the intake has seen to it that no two of one key share one. */
function dated({ order, stored }: Shelf, record: { readonly publishedOn: string | null }, month?: Month): string {
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

const registerEntries = (shelf: Shelf, records: readonly RegisterRecord[]) =>
  records.map((record) => {
    const { profile } = shelf.order;
    if (isSimulatedName(record.name)) shelf.stored.simulated = true;
    return {
      enterprise: shelf.ids.idOf(record.code),
      publishedOn: dated(shelf, record),
      record,
      industry: record.industry === null ? null : resolveIndustry(profile, record.industry),
      region: record.region === null ? null : resolveRegion(profile, record.region),
    };
  });

const industryEntries = (shelf: Shelf, records: readonly IndustryRecord[]) =>
  records.map((record) => ({
    industry: industryKey(shelf.order.profile, record.industry),
    region: record.region === null ? null : regionKey(shelf.order.profile, record.region),
    publishedOn: dated(shelf, record, record.month),
    record,
  }));

const industryKey = (profile: Profile, raw: string): string => resolveIndustry(profile, raw) ?? raw;

/** The place itself is written as no region: its total is the whole place's. */
const regionKey = (profile: Profile, raw: string): string | null =>
  isWholePlace(profile, raw) ? null : (resolveRegion(profile, raw) ?? raw);

const eventEntries = (shelf: Shelf, records: readonly EventRecord[]) =>
  records.map((record) => ({
    enterprise: shelf.ids.idOf(record.code),
    publishedOn: dated(shelf, record, monthOfDate(record.occurredOn)),
    record,
  }));
