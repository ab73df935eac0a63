import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatMonth, parseMonth } from "../../../models/month.ts";
import { simulateCounty } from "../../../src/simulate/county.ts";
import { FEWEST_IN_TOWN, WRONG_CELLS } from "../../../src/simulate/industry-total.ts";
import { type WrittenFile, writeCounty } from "../../../src/simulate/write.ts";
import { SMALL_PROFILE } from "./profile.ts";

// The agreed headers, written out once more: the profiles' mappings rely on them.
const AGREED = {
  "register.csv":
    "统一社会信用代码,企业名称,行业代码,乡镇街道,登记注册类型,营业收入(万元),资产总额(万元),重点企业,就业服务专员,承继企业代码,承继方式,开业日期,注销日期,报送日期,模拟数据",
  "headcount.csv":
    "统一社会信用代码,月份,用工人数,劳务派遣人数,隐性失业人数,新招人数,减少人数,减少类型,主要原因,次要原因,第三原因,下月预计人数,报送日期,模拟数据",
  "industry.csv": "行业代码,乡镇街道,月份,用工人数,报送日期,模拟数据",
  "events.csv": "统一社会信用代码,动态类型,发生日期,涉及人数,说明,报送日期,模拟数据",
  "truth.csv": "统一社会信用代码,月份,人数,类型,首个动态日期",
};

const simulation = { enterprises: 600, months: 24, seed: 4, lastMonth: parseMonth("2025-12"), profile: SMALL_PROFILE };
const county = simulateCounty(simulation);
let dir: string;
let files: WrittenFile[];

const textOf = (name: string, at = dir) => readFile(join(at, name), "utf8");
const rowsOf = async (name: string): Promise<Record<string, string>[]> =>
  parse(await textOf(name), { bom: true, columns: true });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "wengang-county-"));
  files = await writeCounty(county, join(dir, "one"));
  dir = join(dir, "one");
});

afterAll(() => rm(join(dir, ".."), { recursive: true, force: true }));

describe("the written county", () => {
  test("is five files with the agreed headers, a byte order mark and as many rows and bytes as said", async () => {
    expect(files.map(({ name }) => name)).toEqual(Object.keys(AGREED));
    for (const { name, path, rows, bytes } of files) {
      const raw = await readFile(path);
      const lines = raw.toString("utf8").split("\r\n");
      expect(lines[0]).toBe(`\uFEFF${AGREED[name as keyof typeof AGREED]}`);
      expect(raw.length).toBe(bytes);
      expect(lines.length).toBe(rows + 2);
      expect(rows).toBeGreaterThan(0);
    }
  });

  test("is the same bytes for the same seed and others for another", async () => {
    await writeCounty(simulateCounty(simulation), join(dir, "../again"));
    await writeCounty(simulateCounty({ ...simulation, seed: 5 }), join(dir, "../other"));
    for (const { name } of files) {
      expect(await textOf(name, join(dir, "../again"))).toBe(await textOf(name));
      expect(await textOf(name, join(dir, "../other"))).not.toBe(await textOf(name));
    }
  });

  test("speaks in the profile's words", async () => {
    const names = (nodes: readonly { readonly name: { readonly zh: string } }[]) => nodes.map(({ name }) => name.zh);
    const register = await rowsOf("register.csv");
    expect(new Set(register.map((row) => row.乡镇街道))).toEqual(new Set(names(SMALL_PROFILE.regions).slice(1)));
    expect(new Set(register.map((row) => row.承继方式))).toEqual(new Set(["", "合并", "转移", "代码变更"]));
    const headcount = await rowsOf("headcount.csv");
    expect(["", ...names(SMALL_PROFILE.reductionTypes)]).toEqual(
      expect.arrayContaining([...new Set(headcount.map((row) => row.减少类型))]),
    );
    const events = await rowsOf("events.csv");
    expect(names(SMALL_PROFILE.eventKinds)).toEqual(
      expect.arrayContaining([...new Set(events.map((row) => row.动态类型))]),
    );
    expect(events.every((row) => row.说明 === "")).toBe(true); // nothing that the kind does not say
    expect([...register, ...headcount, ...events].every((row) => row.模拟数据 === "是")).toBe(true);
  });

  test("names every planted layoff in truth.csv, and each is a fall in headcount.csv", async () => {
    const truth = await rowsOf("truth.csv");
    const planted = [...county.enterprises()].flatMap(({ layoffs }) => layoffs);
    expect(truth.map((row) => [row.统一社会信用代码, row.月份, row.人数, row.类型, row.首个动态日期])).toEqual(
      planted.map(({ code, month, people, kind, firstEvent }) => [
        code,
        formatMonth(month),
        String(people),
        kind,
        firstEvent ?? "",
      ]),
    );
    const register = await rowsOf("register.csv");
    const latest = new Map<string, Record<string, string>>();
    for (const row of await rowsOf("headcount.csv")) {
      const key = `${row.统一社会信用代码} ${row.月份}`;
      if (!latest.has(key) || latest.get(key)!.报送日期! < row.报送日期!) latest.set(key, row);
    }
    for (const row of truth) {
      const before = latest.get(`${row.统一社会信用代码} ${formatMonth(parseMonth(row.月份!) - 1)}`)!;
      const after = latest.get(`${row.统一社会信用代码} ${row.月份}`);
      const closed = register.some(
        (r) => r.统一社会信用代码 === row.统一社会信用代码 && r.注销日期!.startsWith(row.月份!),
      );
      expect(after !== undefined || closed).toBe(true);
      expect(Number(before.用工人数) - Number(after?.用工人数 ?? 0)).toBeGreaterThanOrEqual(Number(row.人数));
    }
  });

  test("has industry totals that equal the enterprises' true sum, but for two cells that are wrong on purpose", async () => {
    const towns = new Map(SMALL_PROFILE.regions.map((region) => [region.name.zh, region.code]));
    const enterprises = [...county.enterprises()];
    const rows = await rowsOf("industry.csv");
    const cells = rows.map((row) => {
      const t = parseMonth(row.月份!) - county.first;
      const inside = enterprises.filter(
        ({ industry, region, history }) =>
          industry === row.行业代码 &&
          (row.乡镇街道 === "" || region === towns.get(row.乡镇街道!)) &&
          history.headcount[t]! > 0,
      );
      const truth = inside.reduce((sum, { history }) => sum + history.headcount[t]!, 0);
      return { row, truth, enterprises: inside.length };
    });
    const wrong = cells.filter(({ row, truth }) => Number(row.用工人数) !== truth);
    expect(wrong.length).toBe(WRONG_CELLS.length);
    for (const [i, { row, truth }] of wrong.entries()) {
      expect(Number(row.用工人数) / truth).toBeCloseTo(WRONG_CELLS[i]!.factor, 1);
    }
    expect(cells.some(({ row }) => row.乡镇街道 !== "")).toBe(true);
    expect(cells.every(({ row, enterprises: n }) => row.乡镇街道 === "" || n >= FEWEST_IN_TOWN)).toBe(true);
  });
});
