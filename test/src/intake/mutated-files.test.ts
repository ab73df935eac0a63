import { gzipSync } from "node:zlib";
import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { isCode } from "../../../src/intake/finding-log.ts";
import { A, B, deliver, type Taken, take, workbook } from "./fixtures.ts";

const rows = [
  ["统一社会信用代码", "单位名称", "月份", "用工人数", "劳务派遣人数", "报送日期"],
  ...Array.from({ length: 60 }, (_, i) => [
    i % 2 ? A : B,
    `单位“${i}”`,
    `2023-${String(((i >> 1) % 12) + 1).padStart(2, "0")}`,
    String(i * 7),
    "1",
    "2024-02-01",
  ]),
];
const csv = Buffer.from(rows.map((row) => row.join(",")).join("\n"));
const quoted = Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n"));
const texts = { csv, quoted, gb18030: iconv.encode(String(csv), "gb18030"), gzip: gzipSync(csv) };
const books = { xlsx: workbook({ 表: rows }), xls: workbook({ 表: rows }, "biff8") };

/** Flips bits, cuts, repeats or fills a stretch: what a bad disk, a broken transfer or a hand with an editor does. */
const mutations = fc.array(
  fc.record({
    kind: fc.constantFrom("flip", "cut", "repeat", "fill"),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 400 }),
    byte: fc.nat(255),
  }),
  { minLength: 1, maxLength: 5 },
);

function mutate(
  original: Buffer,
  changes: readonly { kind: string; at: number; length: number; byte: number }[],
): Buffer {
  return changes.reduce((bytes, { kind, at, length, byte }) => {
    const start = at % Math.max(bytes.length, 1);
    const piece = bytes.subarray(start, start + length);
    if (kind === "cut") return Buffer.from(bytes.subarray(0, start));
    if (kind === "repeat") return Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(start)]);
    const copy = Buffer.from(bytes);
    if (kind === "fill") copy.fill(byte, start, Math.min(start + length, copy.length));
    else if (copy.length > 0) copy[start] = copy[start]! ^ (1 << (byte & 7));
    return copy;
  }, original);
}

/** Every row read is accepted, kept out or a repetition; what is told has a known code, an address where it concerns a cell, and words without holes. */
function expectVerdict({ kind, findings, counts }: Taken): void {
  expect(["open", "blocked"]).toContain(kind);
  if (kind === "blocked") expect(findings.some(({ severity }) => severity === "block")).toBe(true);
  for (const { code, severity, cell, row, message, repair, rawRow } of findings) {
    expect(isCode(code)).toBe(true);
    for (const words of [message.zh, message.en, repair.zh, repair.en])
      expect(words).not.toMatch(/\{\w+\}|undefined|NaN/);
    if (severity === "quarantine") expect([cell, row, rawRow]).not.toContain(null);
  }
  if (counts) expect(counts.accepted + counts.quarantined).toBeLessThanOrEqual(counts.read);
}

test.each(Object.keys(texts) as (keyof typeof texts)[])(
  "a damaged %s file never crashes and always gets a verdict",
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) =>
        expectVerdict(await take(deliver(mutate(texts[kind], changes), "table", 997))),
      ),
      { numRuns: 150 },
    );
  },
);

test.each(Object.keys(books) as (keyof typeof books)[])(
  "a damaged %s file never crashes and always gets a verdict",
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) =>
        expectVerdict(await take(deliver(mutate(books[kind], changes), "table"))),
      ),
      { numRuns: 25 },
    );
  },
  120_000,
);
