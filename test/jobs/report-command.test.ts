import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommandContext, Options } from "../../jobs/commands/command.ts";
import { importCommand } from "../../jobs/commands/import.ts";
import { issue } from "../../jobs/commands/report/issue.ts";
import { report } from "../../jobs/commands/report/report.ts";
import { review } from "../../jobs/commands/report/review.ts";
import { run } from "../../jobs/commands/run.ts";
import { noProgress } from "../../jobs/progress.ts";
import { parseMonth } from "../../models/month.ts";
import type { Language } from "../../models/text.ts";
import { simulateCounty } from "../../src/simulate/county.ts";
import { writeCounty } from "../../src/simulate/write.ts";
import { wushan } from "../county.ts";

const folder = mkdtempSync(join(tmpdir(), "wengang-report-"));
const out = join(folder, "out");

const contextOf = (language: Language = "zh", now = "2026-01-12"): CommandContext => ({
  environment: { user: "test" } as CommandContext["environment"],
  language,
  where: { database: undefined, dataDir: join(folder, "data"), profile: undefined },
  clock: () => Date.parse(`${now}T00:00:00Z`),
  workers: 1,
  progress: noProgress,
  signal: new AbortController().signal,
  say: () => {},
});

/** Options as commander gives them, with its defaults. */
const write = (options: Options, language?: Language) =>
  report.run([], { kind: "monthly", format: "json", out, ...options }, contextOf(language));

const code = (options: Options): Promise<string> =>
  write(options).then(
    () => "written",
    (error: { code: string }) => error.code,
  );

beforeAll(async () => {
  const setting = { enterprises: 120, months: 26, seed: 3, lastMonth: parseMonth("2025-12"), profile: wushan };
  const files = await writeCounty(simulateCounty(setting), join(folder, "county"));
  await importCommand.run(
    files.map(({ path }) => path),
    { source: "county" },
    contextOf(),
  );
  await run.run([], { month: "2025-11", until: "2025-12", asOf: "2026-01-10" }, contextOf());
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("wengang report", () => {
  it.each([
    ["monthly", {}, "monthly-2025-12", "巫山县重点企业用工监测分析报告（2025年12月）"],
    ["a department's", { department: "县经济信息委" }, "monthly-department-miit-2025-12", "县经济信息委主管行业"],
    ["a township's", { region: "500237001" }, "monthly-region-500237001-2025-12", "高唐街道企业用工监测分析报告"],
    ["dispatch", { kind: "dispatch" }, "dispatch-2025-12", "巫山县稳岗预警调度清单（2025年12月）"],
    ["quarterly", { kind: "quarterly" }, "quarterly-2025-12", "情况通报（2025年第四季度）"],
    ["annual", { kind: "annual" }, "annual-2025-12", "成效报告（2025年）"],
  ])("writes the %s report that the month run made", async (_which, options, name, title) => {
    const { json } = await write({ month: "2025-12", ...options });
    expect(json).toMatchObject({ files: [join(out, `${name}.json`)] });
    const told = JSON.parse(readFileSync(join(out, `${name}.json`), "utf8")) as { title: string; marks: string[] };
    expect(told.title).toContain(title);
    expect(told.marks).toEqual(["【模拟数据】", "【草稿】", "【内部使用】"]);
  });

  it("writes every format, in English under a name of its own, and the same bytes again", async () => {
    const all = { month: "2025-12", kind: "dispatch", format: "docx,pdf,xlsx,html,csv,json" };
    const { json } = await write(all, "en");
    const { files } = json as { files: string[] };
    const bytes = files.map((file) => readFileSync(file));
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(["dispatch-2025-12-en.docx", "dispatch-2025-12-en-departments.csv"]),
    );
    await write(all, "en");
    expect(files.map((file) => readFileSync(file)).every((now, i) => now.equals(bytes[i]!))).toBe(true);
  });

  it("makes a flash report of an event that it names when asked for one that is not there", async () => {
    const refused = await write({ kind: "flash", event: "x" }).catch((error: { next: { en: string } }) => error);
    const [event] = /\S+\/\S+\/\d{4}-\d\d-\d\d/.exec((refused as { next: { en: string } }).next.en)!;
    const { json } = await write({ kind: "flash", event });
    expect(json).toMatchObject({ kind: "flash", about: `event:${event}` });
  });

  it.each([
    ["a month not run", { month: "2025-10" }, "no-report"],
    ["a kind not due", { month: "2025-11", kind: "quarterly" }, "kind-not-due"],
    ["a kind there is not", { month: "2025-12", kind: "weekly" }, "kind-unknown"],
    ["a part of a kind that has none", { month: "2025-12", kind: "annual", region: "500237001" }, "scope-not-for-kind"],
    ["two parts", { month: "2025-12", department: "miit", region: "500237001" }, "scope-twice"],
    ["a department there is not", { month: "2025-12", department: "nobody" }, "scope-unknown"],
    ["a department without enterprises", { month: "2025-12", department: "youth" }, "scope-empty"],
    ["a format there is not", { month: "2025-12", format: "docx,odt" }, "format-unknown"],
    ["no month", {}, "option-missing"],
    ["no event", { kind: "flash" }, "option-missing"],
  ])("refuses %s, and writes nothing", async (_what, options, problem) => {
    const nowhere = join(folder, "nowhere");
    expect(await code({ ...options, out: nowhere })).toBe(problem);
    expect(existsSync(nowhere)).toBe(false);
  });
});

/** No figures came after December 2025. */
describe("wengang report of a month without any figures", () => {
  const february = (language?: Language) => contextOf(language, "2026-02-12");

  it("says so in place of the report", async () => {
    const { json } = await report.run([], { kind: "monthly", month: "2026-01", format: "json", out }, february());
    expect(json).toMatchObject({ files: [join(out, "monthly-2026-01.json")], run: null, number: null });
    const told = JSON.parse(readFileSync(join(out, "monthly-2026-01.json"), "utf8")) as { marks: string[] };
    expect(told.marks).toEqual(["【模拟数据】", "【草稿】", "【内部使用】", "【无数据】"]);
  });

  it.each(["review", "issue"] as const)("can't be taken for a report: %s refuses it", async (step) => {
    const options = { month: "2026-01", kind: "monthly", by: "李科长", out, format: "json" };
    const work = { review, issue }[step].run([], options, february());
    await expect(work).rejects.toMatchObject({ code: "no-figures" });
  });
});
