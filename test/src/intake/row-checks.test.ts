import { describe, expect, test } from "vitest";
import { A, B, C, headcounts, known, M202401, recordsOf, takeText, told, wide } from "./fixtures.ts";

const HEADER = "统一社会信用代码,月份,用工人数";

describe("rows that are no entries", () => {
  test("blank rows between data are told once, at the end of the file not at all", async () => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,5\n\n,,\n　,,\n${B},2024-01,5\n,,\n\n\n`);
    expect(taken.findings.map(({ code, row }) => [code, row])).toEqual([["row-blank", 3]]);
    expect(taken.findings[0]!.message.zh).toContain("共 3 处");
    expect(taken.counts).toEqual({ read: 2, accepted: 2, quarantined: 0, warned: 0 });
  });

  test("a repeated header is skipped", async () => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,5\n${HEADER}\n${B},2024-01,5\n`);
    expect(told(taken)).toEqual(["row-header-repeated A3"]);
    expect(taken.counts).toMatchObject({ read: 2, accepted: 2 });
  });

  test.each(["合计", "合 计", "总计：", "小计", "Total", "小计（制造业）"])(
    "a row called %s is left out and kept",
    async (name) => {
      const taken = await takeText(
        `序号,${HEADER},单位名称\n1,${A},2024-01,5,甲\n${name},,2024-01,5,\n,,2024-01,5,${name}\n`,
      );
      expect(told(taken)).toEqual(["row-total A3", "row-total E4"]);
      expect(taken.counts).toEqual({ read: 3, accepted: 1, quarantined: 2, warned: 0 });
    },
  );

  test("an enterprise whose name begins like a total is an enterprise", async () => {
    const taken = await takeText(
      `${HEADER},单位名称\n${A},2024-01,5,合计通科技有限公司\n${B},2024-01,5,Total Energies\n`,
    );
    expect(taken.counts).toMatchObject({ accepted: 2, quarantined: 0 });
  });

  test("a row wider than its header has shifted values and stays out; empty cells at its end do not matter", async () => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,1,234\n${B},2024-01,5,,\n`);
    expect(told(taken)).toEqual(["row-too-wide D2"]);
    expect(headcounts(taken)).toEqual([[B, M202401, 5]]);
  });

  test("a short row is read as far as it goes", async () => {
    const taken = await takeText(`${HEADER},劳务派遣人数\n${A},2024-01,5\n${B},2024-01\n`);
    expect(told(taken)).toEqual(["headcount-missing C3"]);
  });
});

describe("entries that come twice", () => {
  test("the same again is counted once, with a warning that names the first", async () => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,5\n${B},2024-01,9\n${A},2024/1,５\n`);
    expect(told(taken)).toEqual(["number-as-text C4", "row-duplicate C4"]);
    expect(taken.findings[1]!.message.zh).toContain("C2");
    expect(taken.counts).toEqual({ read: 3, accepted: 2, quarantined: 0, warned: 0 });
  });

  test("another content for the same enterprise and month keeps the later one out", async () => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,5\n${A},2024-01,6\n${A},2024-01,7\n`);
    expect(told(taken)).toEqual(["row-conflict C3", "row-conflict C4"]);
    expect(taken.findings[0]!.message.zh).toContain(`C2 是同一条（${A} 2024-01）`);
    expect(taken.findings[0]!.rawRow).toBe(`${A},2024-01,6`);
    expect(headcounts(taken)).toEqual([[A, M202401, 5]]);
  });

  test("two publication dates are two vintages and no conflict", async () => {
    const taken = await takeText(`${HEADER},报送日期\n${A},2024-01,5,2024-02-05\n${A},2024-01,6,2024-03-05\n`);
    expect(taken.findings).toEqual([]);
    expect(taken.counts).toMatchObject({ accepted: 2 });
  });

  test("register entries repeat by code, industry totals by industry, region and month, events by code, kind and day", async () => {
    const registers = await takeText(`统一社会信用代码,单位名称\n${A},甲\n${A},甲\n${A},乙\n`);
    expect(told(registers)).toEqual(["row-duplicate A3", "row-conflict A4"]);
    const industries = await takeText("行业,月份,用工人数\nC20,2024-01,5\nC20,2024-01,5\nC20,2024-01,6\n");
    expect(told(industries)).toEqual(["row-duplicate C3", "row-conflict C4"]);
    const row = `${A},裁员报告,2024-05-01`;
    const events = await takeText(`统一社会信用代码,动态类型,发生日期,涉及人数\n${row},5\n${row},5\n${row},6\n`);
    expect(told(events)).toEqual(["row-duplicate B3", "row-conflict B4"]);
  });

  test("a hundred thousand entries are told apart", async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) =>
        `E${i % 5000},20${String(4 + Math.floor(i / 60_000)).padStart(2, "0")}-${String((Math.floor(i / 5000) % 12) + 1).padStart(2, "0")},${i % 97}`,
    );
    const own = { ...known().profile, codeScheme: "own" as const };
    const taken = await takeText(`${HEADER}\n${rows.join("\n")}\n${rows[777]}\n`, known({ profile: own }));
    expect(taken.counts).toMatchObject({ read: 100_001, accepted: 100_000 });
    expect(told(taken).filter((code) => code.startsWith("row-"))).toEqual(["row-duplicate C100002"]);
  });
});

describe("a wide table", () => {
  test("gives one headcount a month cell; an empty one is no report", async () => {
    const taken = await takeText(
      `统一社会信用代码,单位名称,2024-01,2024年2月,2024-3\n${A},甲,5,,7\n${B},乙,x,0,-1\n`,
      known({ mappings: [wide] }),
    );
    expect(headcounts(taken)).toEqual([
      [A, M202401, 5],
      [A, M202401 + 2, 7],
      [B, M202401 + 1, 0],
    ]);
    expect(told(taken)).toEqual(["headcount-unreadable C3", "headcount-negative E3"]);
    expect(taken.counts).toEqual({ read: 5, accepted: 3, quarantined: 2, warned: 0 });
  });

  test("yields each enterprise's register entry before its headcounts", async () => {
    const taken = await takeText(
      `统一社会信用代码,单位名称,2024-01\n${A},甲,5\n${C},丙,5\n`,
      known({ mappings: [wide] }),
    );
    expect(taken.blocks.map(({ kind }) => kind)).toEqual(["register", "headcount"]);
    expect(recordsOf(taken, "register").map(({ code, name }) => [code, name])).toEqual([
      [A, "甲"],
      [C, "丙"],
    ]);
  });

  test("keeps a month in the future out, cell by cell", async () => {
    const taken = await takeText(`统一社会信用代码,2024-06,2024-07\n${A},5,6\n`, known({ mappings: [wide] }));
    expect(told(taken)).toEqual(["month-future C2"]);
    expect(taken.counts).toMatchObject({ accepted: 1, quarantined: 1 });
  });
});
