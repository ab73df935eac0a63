import type { Delivery } from "../sources/delivery.ts";
import { BlockedBatch } from "./blocked-batch.ts";
import { asChunks, collect, gunzip, type Peeked, peek } from "./bytes.ts";
import { csvRows } from "./csv.ts";
import { type FindingLog, fileFinding } from "./finding-log.ts";
import { LIMITS } from "./limits.ts";
import { plainMarks, Rows } from "./rows.ts";
import { type FileType, lyingExtension, type Sniffed, sniff } from "./sniff.ts";
import { openWorkbook } from "./spreadsheet.ts";
import type { Table } from "./table.ts";

const READABLE: readonly FileType[] = ["text", "gzip", "zip", "ole"];

/** Opens a delivery by what it is; throws BlockedBatch when it is no table. */
export async function openTable(delivery: Delivery, log: FindingLog): Promise<Table> {
  const stream = await delivery.open();
  const outer = await peek(asChunks(stream));
  const type = sniff(outer.head);
  const extension = lyingExtension(delivery.name, type.type);
  if (extension !== null && READABLE.includes(type.type))
    log.file("file-type-mismatch", { extension, found: type.found });
  try {
    return await open(outer, type);
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

async function open(outer: Peeked, type: Sniffed): Promise<Table> {
  if (type.type === "zip" || type.type === "ole") {
    return openWorkbook(await collect(outer.chunks, LIMITS.workbook.value), type.type);
  }
  if (type.type !== "gzip") return openText(outer, type);
  const inner = await peek(gunzip(outer.chunks));
  return openText(inner, sniff(inner.head));
}

async function openText({ chunks }: Peeked, { type, found }: Sniffed): Promise<Table> {
  if (type === "empty") throw new BlockedBatch(fileFinding("file-empty"));
  if (type === "utf16") throw new BlockedBatch(fileFinding("text-utf16"));
  if (type === "html") throw new BlockedBatch(fileFinding("file-html", { found }));
  if (type !== "text") throw new BlockedBatch(fileFinding("file-type-unknown", { found }));
  const blocks = csvRows(chunks);
  const first = await blocks.next();
  const head = first.done ? new Rows("", plainMarks(), 1, null, null) : first.value;
  const rows = async function* () {
    yield head;
    yield* blocks;
  };
  const close = async () => {
    await blocks.return(undefined);
  };
  return { sheets: [{ name: null, head, merged: [], rows }], close };
}
