import { describe, expect, test } from "vitest";
import { A, B, headcounts, known, M202401, takeText, told } from "./fixtures.ts";

const HEADER = "统一社会信用代码,月份,用工人数";
const stored = (value: number) => known({ lastHeadcount: () => value, lastMonth: M202401 - 1 });

describe("人 and 万人", () => {
  test("a headcount about 10,000 times off its neighbour stays out, with what may be meant", async () => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,12345\n${A},2024-02,1\n${A},2024-03,12300\n`);
    expect(told(taken)).toEqual(["unit-jump C3"]);
    expect(taken.findings[0]!.repair.zh).toContain("10000");
    expect(taken.findings[0]!.message.zh).toContain("C2");
    expect(headcounts(taken)).toHaveLength(2);
  });

  test("is seen against the last stored value too, in both directions", async () => {
    expect(told(await takeText(`${HEADER}\n${A},2024-01,1\n`, stored(12_345)))).toEqual(["unit-jump C2"]);
    expect(told(await takeText(`${HEADER}\n${A},2024-01,120000\n`, stored(12)))).toEqual(["unit-jump C2"]);
  });

  test("may be the earlier figure's fault: the repair says so, and the earlier month can be put right", async () => {
    const first = stored(12);
    const next = await takeText(`${HEADER}\n${A},2024-01,120000\n`, first);
    expect(next.findings[0]!.repair.zh).toContain("如本数无误，请先更正 上次已存的数 的 12");
    const both = await takeText(`${HEADER}\n${A},2023-12,119500\n${A},2024-01,120000\n`, first);
    expect(told(both)).toEqual([]);
    expect(headcounts(both)).toHaveLength(2);
  });

  test("of a file's first figure two later ones decide: the second of them counts, and the first is named", async () => {
    const rows = [90_000, 9, 10, 9].map((people, i) => `${A},2024-0${i + 1},${people}`);
    const taken = await takeText(`${HEADER}\n${rows.join("\n")}\n`);
    expect(told(taken)).toEqual(["unit-jump C3", "unit-first C4"]);
    expect(taken.findings[1]!.message.zh).toContain("C2 可能弄错了");
    expect(headcounts(taken).map(([, , people]) => people)).toEqual([90_000, 10, 9]);
  });

  test("a figure that a second one bore out is not outvoted", async () => {
    const rows = [9, 10, 90_000, 91_000].map((people, i) => `${A},2024-0${i + 1},${people}`);
    expect(told(await takeText(`${HEADER}\n${rows.join("\n")}\n`))).toEqual(["unit-jump C4", "unit-jump C5"]);
    const against = await takeText(`${HEADER}\n${A},2024-01,90000\n${A},2024-02,91000\n`, stored(9));
    expect(told(against)).toEqual(["unit-jump C2", "unit-jump C3"]);
  });

  test("a collapse to nobody is a collapse and no question of units", async () => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,0\n`, stored(12_345));
    expect(told(taken)).toEqual(["month-change-large C2"]);
    expect(taken.counts).toMatchObject({ accepted: 1 });
  });
});

describe("month on month", () => {
  test.each([
    [126, 3, ["month-change-large C3"]],
    [471, 2444, ["month-change-large C3"]],
    [155, 93, []],
    [100, 1, []],
    [101, 21, []],
    [101, 20, ["month-change-large C3"]],
  ])("from %i to %i", async (before, after, findings) => {
    const taken = await takeText(`${HEADER}\n${A},2024-01,${before}\n${A},2024-02,${after}\n`);
    expect(told(taken)).toEqual(findings);
    expect(taken.counts).toMatchObject({ accepted: 2 });
  });

  test("is compared in files that run backwards too, and never across a gap", async () => {
    expect(told(await takeText(`${HEADER}\n${A},2024-02,3\n${A},2024-01,126\n`))).toEqual(["month-change-large C3"]);
    expect(told(await takeText(`${HEADER}\n${A},2024-01,126\n${A},2024-03,3\n`))).toEqual([]);
  });

  test("the first row is compared with the stored month only when that is the month before", async () => {
    expect(told(await takeText(`${HEADER}\n${A},2024-01,3\n`, stored(126)))).toEqual(["month-change-large C2"]);
    expect(told(await takeText(`${HEADER}\n${A},2024-02,3\n`, stored(126)))).toEqual([]);
    expect(told(await takeText(`${HEADER}\n${A},2024-01,3\n`, known({ lastHeadcount: () => 126 })))).toEqual([]);
  });
});

test("a part larger than the whole is asked about, at its own cell", async () => {
  const taken = await takeText(`${HEADER},劳务派遣人数,隐性失业人数\n${A},2024-01,5,6,7\n${B},2024-01,5,5,5\n`);
  expect(told(taken)).toEqual(["part-exceeds-whole D2", "part-exceeds-whole E2"]);
  expect(taken.counts).toMatchObject({ accepted: 2, warned: 1 });
});

test("a fall without type and reason is told once when the table has those columns", async () => {
  const header = `${HEADER},减少类型,主要原因`;
  const taken = await takeText(
    `${header}\n${A},2024-01,50,,\n${A},2024-02,49,,\n${A},2024-03,48,3,\n${A},2024-04,47,3,4\n`,
  );
  expect(told(taken)).toEqual(["reduction-unexplained D3"]);
  expect(taken.findings[0]!.message.zh).toContain("共 2 处");
  expect(told(await takeText(`${HEADER}\n${A},2024-01,50\n${A},2024-02,49\n`))).toEqual([]);
});

test("the same value six months running is told for units that are not small", async () => {
  const months = (people: number) => Array.from({ length: 6 }, (_, i) => `${A},2023-0${i + 1},${people}`).join("\n");
  expect(told(await takeText(`${HEADER}\n${months(30)}\n`))).toEqual(["headcount-constant C7"]);
  expect(told(await takeText(`${HEADER}\n${months(29)}\n`))).toEqual([]);
});

test("hired less departed must be the change", async () => {
  const taken = await takeText(
    `${HEADER},新招人数,减员人数\n${A},2024-01,50,1,1\n${A},2024-02,48,1,3\n${A},2024-03,48,2,1\n`,
  );
  expect(told(taken)).toEqual(["flow-mismatch C4"]);
  expect(taken.findings[0]!.message.zh).toContain("新招 2 − 减员 1 = 1，与人数变化 0 不符");
});

test("a thousand warnings of a code are told one by one, the rest as a count", async () => {
  const rows = Array.from({ length: 1500 }, (_, i) => `X${i},2024-01,5`);
  const taken = await takeText(`${HEADER}\n${rows.join("\n")}\n`);
  expect(taken.findings).toHaveLength(1001);
  expect(taken.findings.at(-1)!.message.zh).toContain("共 500 处");
});

test("quarantined rows are all kept, however many", async () => {
  const rows = Array.from({ length: 1500 }, (_, i) => `X${i},2024-01,-5`);
  const own = { ...known().profile, codeScheme: "own" as const };
  const taken = await takeText(`${HEADER}\n${A},2024-01,5\n${rows.join("\n")}\n`, known({ profile: own }));
  expect(taken.findings.map(({ rawRow }) => rawRow)).toEqual(rows);
});
