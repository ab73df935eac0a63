import { Readable } from "node:stream";
import * as XLSX from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { RecordKind } from "../../../models/record.ts";
import { openIntake } from "../../../src/intake/intake.ts";
import { GUIDE_SHEET } from "../../../src/intake/table.ts";
import { templateMapping, templateOf } from "../../../src/intake/template.ts";
import { wushan } from "../../county.ts";

const KINDS: readonly RecordKind[] = ["headcount", "register", "event", "fact", "application", "industry"];
const made = (kind: RecordKind) => templateOf(wushan, templateMapping(wushan.mappings.county!, kind)!);

describe("a template", () => {
  it.each(KINDS)("of %s has a sheet to fill in, one that says how, and a hidden one of choices", (kind) => {
    const book = XLSX.read(made(kind), { bookSheets: false });
    expect(book.SheetNames).toEqual(["数据", GUIDE_SHEET, "选项"]);
    expect(book.Workbook!.Sheets!.map(({ Hidden }) => Hidden)).toEqual([0, 0, 1]);
    expect(String(book.Sheets.数据!.A1!.v)).toMatch(/\*$/); // the first column is always required
  });

  it("has a head that cannot be changed above cells that can", () => {
    const xml = strFromU8(unzipSync(made("headcount"))["xl/worksheets/sheet1.xml"]!);
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).toMatch(/<c r="A1" s="1"/); // style 1 is locked; the columns' styles 2 and 3 are not
    expect(xml).toMatch(/<col min="1" max="1" width="22" style="3"\/>/);
  });

  it("offers closed lists as choices", () => {
    const files = unzipSync(made("headcount"));
    const at = /sqref="H2:H5000"><formula1>选项!\$H\$1:\$H\$10<\/formula1>/;
    expect(strFromU8(files["xl/worksheets/sheet1.xml"]!)).toMatch(at); // 减少类型 has ten items (失业动态监测 form)
    const choices = XLSX.read(made("headcount")).Sheets.选项!;
    expect([choices.H1!.v, choices.H10!.v]).toEqual(["关闭破产", "其他"]);
  });

  it("filled in passes the checks without a word about its other sheets", async () => {
    const book = XLSX.read(made("headcount"));
    XLSX.utils.sheet_add_aoa(book.Sheets.数据!, [["91500237MA5U3K4J6X", "2025-03", 120]], { origin: "A2" });
    const bytes = XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
    const intake = await openIntake(
      { name: "a.xlsx", size: bytes.length, open: async () => Readable.from([bytes], { objectMode: false }) },
      {
        profile: wushan,
        mappings: wushan.mappings.county!,
        today: "2025-04-02",
        publishedOn: "2025-04-02",
        lastHeadcount: () => undefined,
      },
    );
    if (intake.kind !== "open") throw new Error(intake.kind);
    for await (const block of intake.blocks) expect(block.records).toHaveLength(1);
    expect(
      intake
        .findings()
        .map(({ code }) => code)
        .filter((code) => code !== "code-check"),
    ).toEqual([]);
    expect(intake.counts()).toMatchObject({ read: 1, accepted: 1 });
  });
});
