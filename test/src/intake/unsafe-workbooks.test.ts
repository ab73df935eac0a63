import * as XLSX from "@e965/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { processorTime } from "../../../jobs/bench/peers/cpu.ts";
import { openWorkbook } from "../../../src/intake/spreadsheet.ts";
import { A, deliver, take, told, workbook } from "./fixtures.ts";
import { type ZipPart, zip } from "./zips.ts";

interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array }[];
}

const SHEET = "xl/worksheets/sheet1.xml";
let good: ZipPart[] = [];

/** The parts of a good workbook, to be spoiled one at a time. */
beforeAll(() => {
  const bytes = workbook({
    表: [
      ["统一社会信用代码", "月份", "用工人数"],
      [A, "2024-01", 5],
    ],
  });
  const package_ = XLSX.CFB.read(bytes, { type: "buffer" }) as Container;
  good = package_.FullPaths.flatMap((path, index) => {
    const content = package_.FileIndex[index]!.content;
    return path.endsWith("/") || !content
      ? []
      : [{ name: path.replace("Root Entry/", ""), content: Buffer.from(content) }];
  });
});

const spoiled = (name: string, spoil: (part: ZipPart) => ZipPart) =>
  zip(good.map((part) => (part.name === name ? spoil(part) : part)));

const takeZip = async (bytes: Buffer) => {
  const started = processorTime();
  const taken = await take(deliver(bytes, "table.xlsx"));
  return { codes: told(taken), milliseconds: (processorTime() - started) / 1000, taken };
};

test("the hand-made package is a workbook as long as nothing is spoiled", async () => {
  expect((await takeZip(zip(good))).taken.counts).toMatchObject({ accepted: 1 });
});

// Of a processor: on a busy machine the clock goes on meanwhile.
describe("is refused within two seconds:", { retry: 2 }, () => {
  const refused = async (bytes: Buffer, code: string) => {
    const { codes, milliseconds } = await takeZip(bytes);
    expect(codes).toEqual([`${code} -`]);
    expect(milliseconds).toBeLessThan(2000);
  };

  test("a bomb that says how large it is", async () => {
    const bomb = spoiled(SHEET, (part) => ({ ...part, content: Buffer.alloc(200 * 1024 * 1024, 32) }));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await refused(bomb, "file-inflates");
  });

  test("a bomb whose headers say it is small", async () => {
    await refused(
      spoiled(SHEET, (part) => ({ ...part, content: Buffer.alloc(64 * 1024 * 1024, 32), claimed: 1000 })),
      "zip-broken",
    );
  });

  test("a bomb of many parts that are each small enough", async () => {
    const parts = Array.from({ length: 5 }, (_, i) => ({
      name: `xl/worksheets/s${i}.xml`,
      content: Buffer.alloc(15 * 1024 * 1024, 32),
    }));
    await refused(zip([...good, ...parts]), "file-inflates");
  });

  test("thousands of parts", async () => {
    await refused(
      zip([...good, ...Array.from({ length: 3000 }, (_, i) => ({ name: `xl/${i}.xml`, content: "" }))]),
      "file-inflates",
    );
  });

  test.each(["utf8", "utf16le"] as const)("a document type declaration in %s", async (encoding) => {
    const lol =
      '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><worksheet/>';
    await refused(
      spoiled(SHEET, (part) => ({ ...part, content: Buffer.from(lol, encoding) })),
      "zip-dtd",
    );
  });

  test("a part that is there twice", async () => {
    await refused(zip([...good, good.find(({ name }) => name === SHEET)!]), "zip-broken");
  });

  test("an encrypted part", async () => {
    await refused(
      spoiled(SHEET, (part) => ({ ...part, flags: 1 })),
      "file-encrypted",
    );
  });

  test("a zip that is no workbook", async () => {
    await refused(zip([{ name: "word/document.xml", content: "<w/>" }]), "workbook-not-sheets");
  });

  test("a package that is cut off", async () => {
    await refused(zip(good).subarray(0, 900), "zip-broken");
  });

  test("an xls that is noise after its first bytes", async () => {
    const noise = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4000, 7)]);
    expect(told(await take(deliver(noise, "table.xls")))).toEqual(["workbook-broken -"]);
  });
});

describe("the process that reads workbooks", () => {
  const many = () => workbook({ 表: Array.from({ length: 40_000 }, (_, i) => [A, `单位${i}`, i, i, i, i, i]) });

  test("is stopped when it takes too long", async () => {
    const refused = openWorkbook(many(), "zip", { time: 60, heap: 384 });
    await expect(refused).rejects.toMatchObject({ findings: [{ code: "workbook-slow", severity: "block" }] });
  });

  test("may run out of memory without harm", async () => {
    const refused = openWorkbook(many(), "zip", { time: 60_000, heap: 24 });
    await expect(refused).rejects.toMatchObject({ findings: [{ code: "workbook-memory", severity: "block" }] });
  });
});
