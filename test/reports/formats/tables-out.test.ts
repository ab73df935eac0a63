import * as XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { change, words } from "../../../reports/document/cell.ts";
import type { ReportDocument, TableBlock } from "../../../reports/document/document.ts";
import { csvFiles } from "../../../reports/formats/csv.ts";
import { disarmed } from "../../../reports/formats/disarm.ts";
import { sheetNames } from "../../../reports/formats/xlsx/sheet-names.ts";
import { numberFormat, xlsxOf } from "../../../reports/formats/xlsx/xlsx.ts";
import { FIXTURE } from "./fixture.ts";
import { noOffice, partsOf, throughOffice } from "./office-file.ts";

const STARTS = ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠", " =", "\ufeff=", "\n@", "\u200b="];
const ENDS = [
  "1+1",
  "cmd|'/c calc'!A0",
  'HYPERLINK("http://x","y")',
  "SUM(A1:A9)",
  "DDE(1)",
  "A1",
  "2",
  "'",
  '"',
  ",",
  "x,y",
  '"a"',
  "WEBSERVICE(1)",
  "IMPORTXML(1)",
  "0",
];
const PAYLOADS = STARTS.flatMap((start) => ENDS.map((end) => start + end));

const withTable = (rows: TableBlock["rows"], columns: TableBlock["columns"]): ReportDocument => ({
  ...FIXTURE,
  blocks: [{ kind: "table", id: "t", caption: "表", columns, rows, empty: "无。" }],
});
const hostile = withTable(
  PAYLOADS.map((payload) => ({ cells: [words(payload)] })),
  [{ head: "=名", kind: "text" }],
);
const negative = Array.from({ length: 1000 }, (_, i) => -(i + 1) / 4);
const numbers = withTable(
  negative.map((value) => ({ cells: [change(value)] })),
  [{ head: "数", kind: "number" }],
);

it("there are 200 payloads and more", () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
});

describe("a spreadsheet", () => {
  it("holds no formula and no cell that begins like one", async () => {
    const book = XLSX.read(await xlsxOf(hostile, { at: "2026-11-08T00:00:00Z" }), {
      type: "buffer",
      cellFormula: true,
    });
    const cells = Object.values(book.Sheets).flatMap((sheet) =>
      Object.entries(sheet)
        .filter(([address]) => !address.startsWith("!"))
        .map(([, cell]) => cell as XLSX.CellObject),
    );
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
    expect(cells.filter((cell) => typeof cell.v === "string" && /^\s*[=+\-@＝＋－＠]/u.test(cell.v))).toEqual([]);
  });

  it("leaves 1,000 of 1,000 negative numbers numbers", async () => {
    const book = XLSX.read(await xlsxOf(numbers, { at: "2026-11-08T00:00:00Z" }), { type: "buffer" });
    const rows = XLSX.utils.sheet_to_json<number[]>(book.Sheets.表!, { header: 1 }).slice(2);
    expect(rows.map(([value]) => value)).toEqual(negative);
  });

  it("keeps its head rows and its first column in view", async () => {
    const parts = partsOf(await xlsxOf(FIXTURE, { at: "2026-11-08T00:00:00Z" }));
    const sheets = Object.entries(parts).filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path));
    expect(sheets).toHaveLength(3);
    expect(sheets.filter(([, xml]) => /<pane [^>]*ySplit="2"/.test(xml) && /xSplit="1"/.test(xml))).toHaveLength(2);
  });

  it("has the same bytes when it is made again", async () => {
    const make = () => xlsxOf(FIXTURE, { at: "2026-11-08T00:00:00Z" });
    expect((await make()).equals(await make())).toBe(true);
  });

  it.skipIf(noOffice() !== null)("opens in LibreOffice, numbers as printed", async () => {
    const html = throughOffice(await xlsxOf(FIXTURE, { at: "2026-11-08T00:00:00Z" }), "xlsx", "html").toString("utf8");
    for (const printed of ["-1.28%", "35,244", "-450"]) expect(html).toContain(printed);
  });

  it.each([
    [{ kind: "count", digits: 0 }, "#,##0"],
    [{ kind: "count", digits: 0, signed: true }, "+#,##0;-#,##0;#,##0"],
    [{ kind: "percent", digits: 2 }, "0.00%"],
    [{ kind: "decimal", digits: 2 }, "#,##0.00"],
  ] as const)("prints %o as %s", (form, format) => {
    expect(numberFormat(form)).toBe(format);
  });
});

describe("csv", () => {
  it("begins with the mark that tells Excel its encoding, and holds no live cell", () => {
    const [file] = csvFiles(hostile);
    expect(file!.text.startsWith("\ufeff'=名\r\n")).toBe(true);
    const lines = file!.text.slice(1).split("\r\n").slice(1, -1);
    expect(lines.filter((line) => /^"?\s*[=+\-@＝＋－＠]/u.test(line))).toEqual([]);
  });

  it("leaves 1,000 of 1,000 negative numbers as they are", () => {
    const lines = csvFiles(numbers)[0]!.text.split("\r\n").slice(1, -1);
    expect(lines.map(Number)).toEqual(negative);
  });
});

it.each(["企业", "1,234", "—", "（一）", "a=b", "'=1"])("%s needs no disarming", (text) => {
  expect(disarmed(text)).toBe(text);
});

describe("sheet names", () => {
  it("are at most 31 characters, without what Excel forbids, each only once whatever its case", () => {
    expect(sheetNames(["a/b", "A b", "", "x".repeat(40), "x".repeat(40)])).toEqual([
      ...["a b", "A b（2）", "表3", "x".repeat(31), `${"x".repeat(28)}（2）`],
    ]);
  });
});
