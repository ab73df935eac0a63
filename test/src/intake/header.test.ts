import { describe, expect, test } from "vitest";
import type { Mapping } from "../../../models/profile.ts";
import { wushan } from "../../../src/profiles/wushan/index.ts";
import { A, B, headcounts, known, M202401, takeText, told, wide } from "./fixtures.ts";

const row = `${A},2024-01,5`;

describe("a header", () => {
  test("is found by synonyms, in any order, with other case, spaces and width", async () => {
    const taken = await takeText(`*参保　人数 ,月 份,（备注）,信用代码*\n5,2024-01,,${A}\n`);
    expect(headcounts(taken)).toEqual([[A, M202401, 5]]);
    expect(told(taken)).toEqual(["header-unknown -"]);
    expect(taken.findings[0]!.message.zh).toContain("（备注）");
  });

  test("may stand below title rows, up to the tenth row", async () => {
    const title = "巫山县企业用工监测表,,\n填报单位：县人力社保局,,\n\n";
    const header = "统一社会信用代码,月份,用工人数";
    expect(headcounts(await takeText(`${title}${header}\n${row}\n`))).toEqual([[A, M202401, 5]]);
    const late = `${"说明,,\n".repeat(10)}${header}\n${row}\n`;
    expect((await takeText(late)).kind).toBe("blocked");
  });

  test("that lacks a required column blocks, names it, shows what was found and the closest column", async () => {
    const taken = await takeText(`统一社会信用代码,月份,用工人数量,单位名称\n${row},甲\n`);
    expect(taken.kind).toBe("blocked");
    expect(told(taken)).toEqual(["header-missing -"]);
    const { message, repair } = taken.findings[0]!;
    expect(message.zh).toBe(
      "缺少必需的列：用工人数。最接近的表头在第 1 行：统一社会信用代码、月份、用工人数量、单位名称。",
    );
    expect(message.en).toContain("Required columns are missing: headcount.");
    expect(repair.zh).toBe("请把“用工人数量”改为“用工人数”。");
  });

  test("with a required column twice blocks; another column twice uses the first", async () => {
    const twice = await takeText(`统一社会信用代码,月份,用工人数,用工人数\n${row},6\n`);
    expect([twice.kind, ...told(twice)]).toEqual(["blocked", "header-duplicate -"]);
    expect(twice.findings[0]!.message.zh).toContain("用工人数 (C)、用工人数 (D)");
    const synonym = await takeText(`统一社会信用代码,月份,参保人数,用工人数\n${row},6\n`);
    expect(told(synonym)).toEqual(["header-ambiguous -"]);
    expect(headcounts(synonym)).toEqual([[A, M202401, 6]]);
  });

  test("with a month twice blocks", async () => {
    const taken = await takeText(`统一社会信用代码,2024-01,2024年1月\n${A},5,6\n`, known({ mappings: [wide] }));
    expect([taken.kind, ...told(taken)]).toEqual(["blocked", "header-month-twice -"]);
  });

  test("of a known table that is not for import skips it", async () => {
    const truth: Mapping = { kind: "none", layout: "long", columns: { code: ["统一社会信用代码"], note: ["真值"] } };
    const about = known({ mappings: [truth, ...known().mappings] });
    expect((await takeText(`统一社会信用代码,真值\n${A},1\n`, about)).kind).toBe("skipped");
    expect((await takeText(`统一社会信用代码,月份,用工人数\n${row}\n`, about)).kind).toBe("open");
  });

  test("of a headcount table with a misspelt column is not taken for a register", async () => {
    const about = known({ profile: wushan, mappings: wushan.mappings.county! });
    const taken = await takeText(`统一社会信用代码,企业名称,月份,用工人数合计数\n${A},甲,2024-01,5\n`, about);
    expect([taken.kind, ...told(taken)]).toEqual(["blocked", "header-missing -"]);
    expect(taken.findings[0]!.message.en).toContain("missing: headcount");
  });

  test("that is missing altogether blocks, and so does a header without rows", async () => {
    expect(told(await takeText(`${row}\n${B},2024-01,7\n`))).toEqual(["header-missing -"]);
    expect(told(await takeText("统一社会信用代码,月份,用工人数\n"))).toEqual(["rows-none -"]);
    expect(told(await takeText("统一社会信用代码,月份,用工人数\n,,\n\n"))).toEqual(["rows-none -"]);
  });

  test("of a source without mappings says that a mapping is missing", async () => {
    expect(told(await takeText(`统一社会信用代码\n${A}\n`, known({ mappings: [] })))).toEqual(["mapping-none -"]);
  });

  test("with thousands of columns is refused", async () => {
    const header = `统一社会信用代码,月份,用工人数${",x".repeat(100_000)}`;
    expect(told(await takeText(`${header}\n${row}\n`))).toEqual(["columns-too-many -"]);
  });
});

test("a semicolon or a tab separates cells when the header uses it", async () => {
  for (const mark of [";", "\t"]) {
    const taken = await takeText(`统一社会信用代码,月份,用工人数\n${row}\n`.replaceAll(",", mark));
    expect(headcounts(taken)).toEqual([[A, M202401, 5]]);
  }
});
