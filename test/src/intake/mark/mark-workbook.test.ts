import * as XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import type { Finding, Severity } from "../../../../models/finding.ts";
import { markWorkbook } from "../../../../src/intake/mark/mark-workbook.ts";

const finding = (cell: string | null, severity: Severity = "quarantine", row: number | null = null): Finding => ({
  ...{ code: "headcount-negative", severity, cell, row, value: "-3", rawRow: null },
  message: { zh: "人数<0 & 错", en: "negative" },
  repair: { zh: "请改正", en: "correct it" },
});

interface Seen {
  readonly v?: unknown;
  readonly f?: string;
  readonly s?: { readonly fgColor?: { readonly rgb?: string } };
  readonly c?: readonly { readonly a: string; readonly t: string }[];
}

/** The cells as SheetJS, which had no part in writing them, reads them. */
function read(bytes: Uint8Array, sheet = 0): Readonly<Record<string, Seen>> {
  const book = XLSX.read(bytes, { cellStyles: true });
  return book.Sheets[book.SheetNames[sheet]!] as Record<string, Seen>;
}

const fill = (cell: Seen | undefined) => cell?.s?.fgColor?.rgb;

function book(name: string): Buffer {
  const made = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([
    ["代码", "月份", "人数"],
    ["甲", "2025-03", -3],
    ["乙", "2025-03", null],
  ]);
  sheet.A2.c = [{ a: "reviewer", t: "written by hand" }];
  XLSX.utils.book_append_sheet(made, sheet, name);
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([["别的"], [7]]), "第二张");
  return XLSX.write(made, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

describe("a marked workbook", () => {
  const name = "三月 & 表";
  const given = { name: "a.xlsx", bytes: book(name) };

  it("is red where a row stays out, amber where it counts, and says what to do", async () => {
    const cells = read(await markWorkbook(given, [finding(`${name}!C2`), finding(`${name}!B3`, "warn")], "zh"));
    expect([fill(cells.C2), fill(cells.B3), fill(cells.A3)]).toEqual(["FFC7CE", "FFEB9C", undefined]);
    expect(cells.C2!.c![0]!.t).toBe("人数<0 & 错\n请改正\n[headcount-negative]");
    expect([cells.C2!.v, cells.A3!.v]).toEqual([-3, "乙"]);
  });

  it("marks a cell in which nothing stands", async () => {
    const cells = read(await markWorkbook(given, [finding(`${name}!C3`)], "en"));
    expect([fill(cells.C3), cells.C3!.c![0]!.t]).toEqual(["FFC7CE", "negative\ncorrect it\n[headcount-negative]"]);
  });

  it("leaves other sheets, and the notes that people wrote, as they were", async () => {
    const marked = await markWorkbook(given, [finding(`${name}!C2`)], "zh");
    expect(read(marked).A2!.c!.map(({ t }) => t)).toEqual(["written by hand"]);
    expect(read(marked, 1).A2!.v).toBe(7);
  });

  it("handed in again keeps nothing of the marks that no longer hold", async () => {
    const first = await markWorkbook(given, [finding(`${name}!C2`), finding(`${name}!C3`)], "zh");
    const cells = read(await markWorkbook({ name: "a.xlsx", bytes: first }, [finding(`${name}!C3`)], "zh"));
    expect([fill(cells.C2), cells.C2!.c, fill(cells.C3)]).toEqual([undefined, undefined, "FFC7CE"]);
    expect(cells.A2!.c!.map(({ t }) => t)).toEqual(["written by hand"]);
  });

  it("has two notes in one cell where two things are wrong, and red if one of them is", async () => {
    const cells = read(await markWorkbook(given, [finding(`${name}!C2`, "warn"), finding(`${name}!C2`)], "en"));
    expect(fill(cells.C2)).toBe("FFC7CE");
    expect(cells.C2!.c![0]!.t.match(/negative\n/g)).toHaveLength(2);
  });

  it("of a csv file has its rows at their own lines, and no text becomes a formula", async () => {
    const lines = ["代码,月份,人数", "91500237MA5U00000X,2025-03,=1+2", "", "'@SUM(A1),2025-03,-3", "007,2025-03,4"];
    const bytes = Buffer.from(lines.join("\n"));
    const cells = read(await markWorkbook({ name: "a.csv", bytes }, [finding("C2"), finding("C4")], "zh"));
    expect([cells.C2!.v, cells.C2!.f, fill(cells.C2)]).toEqual(["=1+2", undefined, "FFC7CE"]);
    expect([cells.C4!.v, fill(cells.C4), cells.A5!.v]).toEqual([-3, "FFC7CE", "007"]);
  });

  it("of a GB18030 csv or an old xls file comes back as xlsx, readable", async () => {
    const gb = Buffer.from([
      0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0a, 0xbc, 0xd7, 0x2c, 0x2d, 0x33, 0x0a,
    ]); // 代码,人数 / 甲,-3
    expect(read(await markWorkbook({ name: "a.csv", bytes: gb }, [finding("B2")], "zh")).A2!.v).toBe("甲");
    const xls = XLSX.write(XLSX.read(given.bytes), { type: "buffer", bookType: "biff8" }) as Buffer;
    const cells = read(await markWorkbook({ name: "a.xls", bytes: xls }, [finding(`${name}!C2`)], "zh"));
    expect([cells.A2!.v, fill(cells.C2)]).toEqual(["甲", "FFC7CE"]);
  });

  it("marks the first cell of a row that a finding is about as a whole", async () => {
    expect(fill(read(await markWorkbook(given, [finding(null, "warn", 3)], "zh")).A3)).toBe("FFEB9C");
  });
});
