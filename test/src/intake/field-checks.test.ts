import { describe, expect, test } from "vitest";
import { A, B, headcounts, known, M202401, recordsOf, takeText, told } from "./fixtures.ts";

const HEADER = "统一社会信用代码,月份,用工人数";

describe("a headcount cell", () => {
  test.each([
    ["１２３", 123],
    ['"1,234人"', 1234],
    [" 1 234 ", 1234],
    ["1.2万", 12_000],
    ["1234.0", 1234],
    ["0", 0],
    ["10000000", 10_000_000],
  ])("%s is read as %i", async (cell, people) => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,${cell}\n`);
    expect(headcounts(taken)).toEqual([[A, M202401, people]]);
  });

  test.each([
    ["-5", "headcount-negative"],
    ["－5", "headcount-negative"],
    ["12.5", "headcount-decimal"],
    ["10000001", "headcount-too-large"],
    ["99999999999999999999", "headcount-too-large"],
    ["约三十", "headcount-unreadable"],
    ["1,2,3", "headcount-unreadable"],
    ["", "headcount-missing"],
    ["-", "headcount-missing"],
    ["未报", "headcount-missing"],
  ])("%s stays out as %s at its cell", async (cell, code) => {
    const taken = await takeText(`${HEADER}\n${B},2024-01,5\n${A},2024-01,"${cell}"\n`);
    expect(told(taken)).toEqual([`${code} C3`]);
    expect(taken.counts).toEqual({ read: 2, accepted: 1, quarantined: 1, warned: 0 });
    expect(taken.findings[0]).toMatchObject({ severity: "quarantine", row: 3 });
    expect(taken.findings[0]!.rawRow).toContain(`${A},2024-01,`);
  });

  test("numbers written as text are told once with their count", async () => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,５\n${A},2024-02,6人\n${A},2024-03,7\n`);
    expect(told(taken)).toEqual(["number-as-text C2"]);
    expect(taken.findings[0]!.message.zh).toContain("共 2 处");
    expect(taken.counts).toMatchObject({ accepted: 3, warned: 2 });
  });

  test("a table in 万人 is turned into persons", async () => {
    const mapping = { ...known().mappings[0]!, unit: 10_000 };
    const taken = await takeText(
      `${HEADER}\n${A},2024-01,1.2345\n${B},2024-01,0.00005\n`,
      known({ mappings: [mapping] }),
    );
    expect(headcounts(taken)).toEqual([[A, M202401, 12_345]]);
    expect(told(taken)).toEqual(["headcount-decimal C3"]);
  });
});

describe("a month cell", () => {
  test.each([
    "2024-01",
    "2024/1",
    "2024年1月",
    "2024年01月",
    "202401",
    "20240105",
    "2024-01-31",
    "2024/1/5",
    "45292",
    "２０２４-０１",
    "2024-01-31 00:00:00",
    "2024.01",
  ])("%s is January 2024", async (cell) => {
    expect(headcounts(await takeText(`${HEADER}\n${A},${cell},5\n`))).toEqual([[A, M202401, 5]]);
  });

  test.each([
    ["2024-13", "month-unreadable"],
    ["2024-1x", "month-unreadable"],
    ["2024.1", "month-unreadable"],
    ["24-01", "month-unreadable"],
    ["20240231", "month-unreadable"],
    ["", "month-missing"],
    ["2024-07", "month-future"],
    ["2099年1月", "month-future"],
  ])("%s stays out as %s", async (cell, code) => {
    const taken = await takeText(`${HEADER}\n${B},2024-01,5\n${A},${cell},5\n`);
    expect(told(taken)).toEqual([`${code} B3`]);
  });

  test("the running month is not the future", async () => {
    expect((await takeText(`${HEADER}\n${A},2024-06,5\n`)).counts).toMatchObject({ accepted: 1 });
  });
});

describe("an enterprise code", () => {
  test.each([
    ["91350200776049653B", "code-check"],
    ["91350200776049653", "code-format"],
    ["9135020077604965OA", "code-format"],
  ])("%s enters with the warning %s", async (code, finding) => {
    const taken = await takeText(`${HEADER}\n${code},2024-01,5\n${code},2024-02,5\n`);
    expect(told(taken)).toEqual([`${finding} A2`]);
    expect(headcounts(taken).map(([c]) => c)).toEqual([code, code]);
    expect(taken.findings[0]!.severity).toBe("warn");
  });

  test("a pilot code whose check fails is legal and raises nothing", async () => {
    expect(told(await takeText(`${HEADER}\n91350203M0001QAY9B,2024-01,5\n`))).toEqual([]);
  });

  test.each([
    ["", "code-missing"],
    ["9.135E+17", "code-damaged"],
    ["9E17", "code-damaged"],
    ["A".repeat(65), "code-unusable"],
  ])("%s stays out as %s", async (code, finding) => {
    expect(told(await takeText(`${HEADER}\n${B},2024-01,5\n${code},2024-01,5\n`))).toEqual([`${finding} A3`]);
  });

  test("lower case, full width and spaces are the same enterprise", async () => {
    const taken = await takeText(
      `${HEADER}\n${A},2024-01,5\n${A.toLowerCase()},2024-02,5\n ９１35 0200776049653A ,2024-03,5\n`,
    );
    expect(new Set(headcounts(taken).map(([code]) => code))).toEqual(new Set([A]));
  });

  test("a place's own codes are kept as they are", async () => {
    const own = { ...known().profile, codeScheme: "own" as const };
    const taken = await takeText(`${HEADER}\n00711,2024-01,5\nAb-1,2024-01,5\n`, known({ profile: own }));
    expect(headcounts(taken).map(([code]) => code)).toEqual(["00711", "Ab-1"]);
    expect(taken.findings).toEqual([]);
  });
});

describe("terms", () => {
  const header = `${HEADER},减少类型,主要原因,次要原因`;

  test("are read by number, name or alias, and a name with commas is one item", async () => {
    const rows = [`${A},2024-01,5,3,4,`, `${A},2024-02,5,裁员,"税收政策变化(包括税负增加、出口退税减少等)",订单不足`];
    const [first, second] = recordsOf(await takeText(`${header}\n${rows.join("\n")}\n`), "headcount");
    expect(first).toMatchObject({ reductionType: 3, reasons: [4] });
    expect(second).toMatchObject({ reductionType: 3, reasons: [9, 4] });
  });

  test("that are unknown are treated as not reported, with a warning", async () => {
    const taken = await takeText(`${header}\n${A},2024-01,5,跑路,,\n`);
    expect(told(taken)).toEqual(["term-unknown D2"]);
    expect(recordsOf(taken, "headcount")[0]).toMatchObject({ reductionType: null, reasons: [] });
  });
});

describe("a publication date", () => {
  const header = `${HEADER},报送日期`;

  test("of the row goes with the record, an empty one takes the batch's", async () => {
    const taken = await takeText(`${header}\n${A},2024-01,5,2024/2/5\n${A},2024-02,5,\n${A},2024-03,5,2024/2/5\n`);
    expect(recordsOf(taken, "headcount").map(({ publishedOn }) => publishedOn)).toEqual([
      "2024-02-05",
      null,
      "2024-02-05",
    ]);
  });

  test("that is unreadable or in the future keeps the row out; before its month it is asked about", async () => {
    const rows = [`${A},2024-01,5,2024-02-30`, `${A},2024-02,5,2024-06-16`, `${A},2024-03,5,2024-02-28`];
    const taken = await takeText(`${header}\n${rows.join("\n")}\n`);
    expect(told(taken)).toEqual(["date-unreadable D2", "date-future D3", "published-early D4"]);
    expect(taken.counts).toEqual({ read: 3, accepted: 1, quarantined: 2, warned: 1 });
  });
});
