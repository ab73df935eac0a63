import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { BlockedBatch } from "./blocked-batch.ts";
import { fileFinding } from "./finding-log.ts";
import { LIMITS } from "./limits.ts";

/** Below this a high ratio is an empty template, not a bomb. */
const SMALL = 16 * 1024 * 1024;
const OVERLAP = 32;
const DECLARATIONS = ["<!DOCTYPE", "<!ENTITY"].flatMap((words) => [Buffer.from(words), Buffer.from(words, "utf16le")]);

/**
 * The XML parts of an xlsx package, inflated here and nowhere else: what a reader gets is what was counted, whatever
 * the package's headers claim. Throws BlockedBatch for bombs, DTDs, encryption, damage and packages that are no workbook.
 */
export async function vetPackage(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    if (zip.entryCount > LIMITS.entries.value) throw bomb(`${zip.entryCount} files`);
    await readParts(zip, parts);
  } catch (error) {
    if (error instanceof BlockedBatch) throw error;
    throw new BlockedBatch(fileFinding("zip-broken", { found: messageOf(error) }));
  }
  requireWorkbook(parts);
  return parts;
}

async function readParts(zip: ZipFile, parts: Map<string, Buffer>): Promise<void> {
  let total = 0;
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    if (++seen > LIMITS.entries.value) throw bomb(`${seen}+ files`);
    if (entry.isEncrypted()) throw new BlockedBatch(fileFinding("file-encrypted"));
    const name = entry.fileName.toLowerCase();
    if (name.endsWith(".bin") && name.startsWith("xl/workbook")) throw notSheets("xlsb");
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    if (parts.has(name)) throw new Error(`two parts are called ${entry.fileName}`);
    const part = await inflate(zip, entry, total);
    total += part.length;
    refuseDeclarations(part, entry.fileName);
    parts.set(name, part);
  }
}

async function inflate(zip: ZipFile, entry: Entry, before: number): Promise<Buffer> {
  refuseBomb(entry, entry.uncompressedSize, before);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    refuseBomb(entry, size, before);
  }
  return Buffer.concat(chunks);
}

function refuseBomb({ fileName, compressedSize }: Entry, size: number, before: number): void {
  const limit = LIMITS.inflatedWorkbook.value;
  const tooLarge = before + size > limit;
  if ((tooLarge || size > SMALL) && size > compressedSize * LIMITS.entryRatio.value) {
    throw bomb(`${fileName}: ${compressedSize} → ${size}+ bytes`);
  }
  if (tooLarge) throw new BlockedBatch(fileFinding("file-too-large", { limit: limit / 1024 / 1024 }));
}

/** A declaration stands before the first element, and entities may only be declared inside it. */
function refuseDeclarations(part: Buffer, name: string): void {
  const head = part.subarray(0, 64 * 1024 + OVERLAP);
  if (DECLARATIONS.some((words) => head.includes(words)))
    throw new BlockedBatch(fileFinding("zip-dtd", { found: name }));
}

function requireWorkbook(parts: ReadonlyMap<string, Buffer>): void {
  if (parts.has("[content_types].xml") && [...parts.keys()].some((name) => name.endsWith("workbook.xml"))) return;
  const word = [...parts.keys()].find((name) => /^(?:word|ppt|content)/.test(name));
  throw notSheets(word ?? [...parts.keys()][0] ?? "zip");
}

const bomb = (found: string) => new BlockedBatch(fileFinding("file-inflates", { found }));

const notSheets = (found: string) => new BlockedBatch(fileFinding("workbook-not-sheets", { found }));

export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
