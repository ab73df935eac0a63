import type { RecordKind } from "../models/record.ts";
import { keepApplications } from "../src/db/application.ts";
import type { Db } from "../src/db/db.ts";
import type { EnterpriseIds } from "../src/db/enterprise.ts";
import { keepEvents } from "../src/db/event.ts";
import { keepFacts } from "../src/db/fact.ts";
import { HEADCOUNT_COLUMNS, headcountLine, indexNewRows } from "../src/db/headcount.ts";
import { keepIndustryHeadcounts } from "../src/db/industry-headcount.ts";
import { keepRegister } from "../src/db/register.ts";
import type { RecordBlock } from "../src/intake/intake.ts";
import type { ImportOrder } from "./import-order.ts";
import { applicationEntries, eventEntries, factEntries, industryEntries, registerEntries } from "./record-entries.ts";
import { dated, type Shelf, type Stored } from "./shelf.ts";

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

type Keepers = {
  readonly [K in Exclude<RecordBlock["kind"], "headcount">]: (
    shelf: Shelf,
    records: Extract<RecordBlock, { kind: K }>["records"],
  ) => Promise<number>;
};

const KEEPERS: Keepers = {
  register: (shelf, records) => keepRegister(shelf.tx, shelf.batch, registerEntries(shelf, records)),
  industry: (shelf, records) => keepIndustryHeadcounts(shelf.tx, shelf.batch, industryEntries(shelf, records)),
  event: (shelf, records) => keepEvents(shelf.tx, shelf.batch, eventEntries(shelf, records)),
  fact: (shelf, records) => keepFacts(shelf.tx, shelf.batch, factEntries(shelf, records)),
  application: (shelf, records) => keepApplications(shelf.tx, shelf.batch, applicationEntries(shelf, records)),
};

async function storeBlock(shelf: Shelf, block: RecordBlock): Promise<void> {
  if (block.kind === "headcount") throw new RangeError("headcounts are stored by COPY as they come");
  const keep = KEEPERS[block.kind] as (shelf: Shelf, records: RecordBlock["records"]) => Promise<number>;
  await keep(shelf, block.records);
}
