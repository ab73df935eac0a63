import { resolveIndustry } from "../models/industry.ts";
import type { EventRecord, IndustryRecord, RegisterRecord } from "../models/record.ts";
import { resolveRegion } from "../models/region.ts";
import type { Db } from "../src/db/db.ts";
import type { EnterpriseIds } from "../src/db/enterprise.ts";
import { keepEvents } from "../src/db/event.ts";
import { HEADCOUNT_COLUMNS, headcountLine, indexNewRows } from "../src/db/headcount.ts";
import { keepIndustryHeadcounts } from "../src/db/industry-headcount.ts";
import { keepRegister } from "../src/db/register.ts";
import type { RecordBlock } from "../src/intake/intake.ts";
import type { ImportOrder } from "./import-order.ts";

/** Rows by the date they became known. */
type Published = Map<string, number>;

interface Gathered {
  readonly register: RegisterRecord[];
  readonly industry: IndustryRecord[];
  readonly event: EventRecord[];
}

/**
 * Stores a delivery's records: headcounts flow straight into COPY, the small tables follow when they have ended.
 * Returns how many rows became known on which date.
 */
export async function storeRecords(
  tx: Db,
  batch: number,
  ids: EnterpriseIds,
  blocks: AsyncIterable<RecordBlock>,
  order: ImportOrder,
  onRows: (rows: number) => void,
): Promise<Published> {
  const published: Published = new Map();
  const gathered: Gathered = { register: [], industry: [], event: [] };
  const lines = headcountChunks(blocks, gathered, ids, batch, order, published, onRows);
  const headcounts = await tx.bulkLoad("headcount", HEADCOUNT_COLUMNS, lines);
  if (headcounts > 0) await indexNewRows(tx);
  await storeRegister(tx, batch, gathered.register, ids, order, published);
  await storeIndustries(tx, batch, gathered.industry, order, published);
  await storeEvents(tx, batch, gathered.event, ids, order, published);
  await ids.save();
  return published;
}

async function* headcountChunks(
  blocks: AsyncIterable<RecordBlock>,
  gathered: Gathered,
  ids: EnterpriseIds,
  batch: number,
  order: ImportOrder,
  published: Published,
  onRows: (rows: number) => void,
): AsyncIterable<string> {
  for await (const block of blocks) {
    onRows(block.records.length);
    if (block.kind === "register") gathered.register.push(...block.records);
    else if (block.kind === "industry") gathered.industry.push(...block.records);
    else if (block.kind === "event") gathered.event.push(...block.records);
    else {
      let chunk = "";
      for (const record of block.records) {
        const on = record.publishedOn ?? order.publishedOn;
        published.set(on, (published.get(on) ?? 0) + 1);
        chunk += headcountLine(record, ids.idOf(record.code), on, batch);
      }
      yield chunk;
    }
  }
}

/** Sets the date each record became known and counts it; of several of one key and date the last one stands. */
function dated<R extends { readonly publishedOn: string | null }>(
  records: readonly R[],
  key: (record: R) => string,
  order: ImportOrder,
  published: Published,
): { record: R; publishedOn: string }[] {
  const entries = new Map<string, { record: R; publishedOn: string }>();
  for (const record of records) {
    const publishedOn = record.publishedOn ?? order.publishedOn;
    entries.set(`${key(record)}\n${publishedOn}`, { record, publishedOn });
  }
  for (const { publishedOn } of entries.values()) published.set(publishedOn, (published.get(publishedOn) ?? 0) + 1);
  return [...entries.values()];
}

function storeRegister(
  tx: Db,
  batch: number,
  records: readonly RegisterRecord[],
  ids: EnterpriseIds,
  order: ImportOrder,
  published: Published,
) {
  const entries = dated(records, (r) => r.code, order, published).map(({ record, publishedOn }) => ({
    enterprise: ids.idOf(record.code),
    publishedOn,
    record,
    industry: record.industry === null ? null : resolveIndustry(order.profile, record.industry),
    region: record.region === null ? null : resolveRegion(order.profile, record.region),
  }));
  return keepRegister(tx, batch, entries);
}

function storeIndustries(
  tx: Db,
  batch: number,
  records: readonly IndustryRecord[],
  order: ImportOrder,
  published: Published,
) {
  const entries = dated(records, (r) => `${r.industry}\n${r.region}\n${r.month}`, order, published).map(
    ({ record, publishedOn }) => ({
      industry: resolveIndustry(order.profile, record.industry) ?? record.industry,
      region: record.region === null ? null : (resolveRegion(order.profile, record.region) ?? record.region),
      publishedOn,
      record,
    }),
  );
  return keepIndustryHeadcounts(tx, batch, entries);
}

function storeEvents(
  tx: Db,
  batch: number,
  records: readonly EventRecord[],
  ids: EnterpriseIds,
  order: ImportOrder,
  published: Published,
) {
  const entries = dated(records, (r) => `${r.code}\n${r.kind}\n${r.occurredOn}`, order, published).map(
    ({ record, publishedOn }) => ({ enterprise: ids.idOf(record.code), publishedOn, record }),
  );
  return keepEvents(tx, batch, entries);
}
