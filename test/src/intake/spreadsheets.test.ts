import { existsSync, readFileSync } from "node:fs";
import * as XLSX from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openIntake } from "../../../src/intake/intake.ts";
import { A, B, deliver, headcounts, known, M202401, recordsOf, take, told, wide, workbook } from "./fixtures.ts";

/** Linux lists the processes started here. */
const CHILDREN = `/proc/${process.pid}/task/${process.pid}/children`;
const HEADER = ["统一社会信用代码", "单位名称", "月份", "用工人数"];
const data = [HEADER, [A, "甲", "2024-01", 5], [B, "乙", "2024-01", 6]];
const both = [
  [A, M202401, 5],
  [B, M202401, 6],
];

const xlsx = (sheets: Parameters<typeof workbook>[0], about = known()) =>
  take(deliver(workbook(sheets), "table.xlsx"), about);

describe("a workbook", () => {
  test.each([["xlsx", "xlsx"] as const, ["xls", "biff8"] as const])(
    "as %s is read with the sheet in every address",
    async (extension, type) => {
      const bytes = workbook({ 监测表: [...data, [A, "甲", "2024-02", -1]] }, type);
      const taken = await take(deliver(bytes, `table.${extension}`));
      expect(headcounts(taken)).toEqual(both);
      expect(told(taken)).toEqual(["headcount-negative 监测表!D4"]);
      expect(taken.findings[0]!.rawRow).toBe(`${A},甲,2024-02,-1`);
      expect(recordsOf(taken, "register").map(({ name }) => name)).toEqual(["甲", "乙"]);
    },
  );

  test("with title rows and a left margin keeps the real addresses", async () => {
    const cells = [["巫山县用工监测表"], [], HEADER, [A, "甲", "2024-01", "x"]];
    const sheet = XLSX.utils.sheet_add_aoa(XLSX.utils.aoa_to_sheet([]), cells, { origin: "C3" });
    expect(told(await xlsx({ 表: sheet }))).toEqual(["headcount-unreadable 表!F6"]);
  });

  test("gives months as dates, serials, texts and numbers", async () => {
    const sheet = XLSX.utils.aoa_to_sheet([HEADER, [A, "甲", 45292, 5], [B, "乙", 45292, 6], [A, "甲", 202402, 7]]);
    sheet.C2 = { t: "n", v: 45292, z: "yyyy年m月" };
    expect(headcounts(await xlsx({ 表: sheet }))).toEqual([...both, [A, M202401 + 1, 7]]);
  });

  test("counts dates from 1904 when it says so", async () => {
    const sheet = XLSX.utils.aoa_to_sheet([HEADER, [A, "甲", 0, 5]]);
    sheet.C2 = { t: "n", v: 45292 - 1462, z: "yyyy-mm-dd" };
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, "表");
    book.Workbook = { WBProps: { date1904: true } };
    const bytes = XLSX.write(book, { type: "buffer", bookType: "xlsx" });
    expect(headcounts(await take(deliver(bytes, "table.xlsx")))).toEqual([[A, M202401, 5]]);
  });

  test("with month headers that are dates is a wide table", async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ["统一社会信用代码", 0, "2024年2月"],
      [A, 5, 6],
    ]);
    sheet.B1 = { t: "n", v: 45292, z: "yyyy-mm" };
    const mapping = { ...wide, monthHeader: "^(?<year>\\d{4})[-年](?<month>\\d{1,2})(?:月|-01)?$" };
    expect(headcounts(await xlsx({ 表: sheet }, known({ mappings: [mapping] })))).toEqual([
      [A, M202401, 5],
      [A, M202401 + 1, 6],
    ]);
  });

  test("fills cells merged downwards and says so; a merged title is no matter", async () => {
    const sheet = XLSX.utils.aoa_to_sheet([["标题"], [], HEADER, [A, "甲", "2024-01", 5], [null, null, "2024-02", 6]]);
    sheet["!merges"] = ["A1:A2", "A4:A5", "B4:B5"].map((area) => XLSX.utils.decode_range(area));
    const taken = await xlsx({ 表: sheet });
    expect(headcounts(taken)).toEqual([
      [A, M202401, 5],
      [A, M202401 + 1, 6],
    ]);
    expect(taken.findings).toMatchObject([{ code: "cell-merged", row: 4 }]);
  });

  test("with several sheets reads the first that fits, names the others, and leaves hidden ones alone", async () => {
    const book = XLSX.read(workbook({ 填表说明: [["请按月填写"]], 数据: data, 旧数据: data, 选项: [["是"]] }), {
      type: "buffer",
    });
    book.Workbook = { Sheets: [{}, {}, {}, { Hidden: 1 }] };
    const taken = await take(deliver(XLSX.write(book, { type: "buffer", bookType: "xlsx" }), "table.xlsx"));
    expect(headcounts(taken)).toEqual(both);
    expect(told(taken)).toEqual(["sheet-ignored -"]);
    expect(taken.findings[0]!.message.zh).toContain("只读取了“数据”，未读取：旧数据");
  });

  test("in which no sheet fits blocks with the sheet that came closest", async () => {
    const taken = await xlsx({
      说明: [["请填写"]],
      表: [
        ["统一社会信用代码", "月份", "人数"],
        [A, "2024-01", 5],
      ],
    });
    expect([taken.kind, ...told(taken)]).toEqual(["blocked", "header-missing -"]);
    expect(taken.findings[0]!.message.zh).toContain("用工人数");
  });

  test("whose code became a number has lost its digits", async () => {
    const taken = await xlsx({ 表: [HEADER, [915_002_371_234_568_000, "甲", "2024-01", 5], [B, "乙", "2024-01", 6]] });
    expect(told(taken)).toEqual(["code-damaged 表!A2"]);
  });

  test("of many rows comes in blocks", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`E${i}`, `单位${i}`, "2024-01", i % 900]);
    const own = known({ profile: { ...known().profile, codeScheme: "own" } });
    const taken = await xlsx({ 表: [HEADER, ...rows] }, own);
    expect(taken.counts).toEqual({ read: 20_000, accepted: 20_000, quarantined: 0, warned: 0 });
    expect(taken.blocks.length).toBeGreaterThan(4);
  });

  test("without any cell has no rows", async () => {
    expect(told(await xlsx({ 表: [] }))).toEqual(["rows-none -"]);
  });

  test.skipIf(!existsSync(CHILDREN))("that is left half read lets go of its process", async () => {
    const children = () => readFileSync(CHILDREN, "utf8").trim().split(" ").filter(Boolean);
    const before = children();
    const rows = Array.from({ length: 9000 }, (_, i) => [A, "甲", "2024-01", i]);
    const intake = await openIntake(deliver(workbook({ 表: [HEADER, ...rows] }), "table.xlsx"), known());
    if (intake.kind !== "open") throw new Error("not open");
    expect(children()).toHaveLength(before.length + 1);
    for await (const _ of intake.blocks) break;
    expect(children()).toEqual(before);
  });
});
