import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noFigures } from "../../jobs/reports/no-figures.ts";
import { parseMonth } from "../../models/month.ts";
import type { DueKind } from "../../models/report-kind.ts";
import type { ReportScope } from "../../models/report-scope.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import { noFiguresDocument } from "../../reports/no-figures/document.ts";
import type { NoFiguresFacts } from "../../reports/no-figures/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { reportFacts } from "../../src/db/report.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";

const PLACE: ReportScope = { dimension: "place", code: wushan.place };

/** Figures end with December 2025. */
describe.each(oneDatabase())("a report of a month without any figures, on $name", ({ open }) => {
  let db: Db;
  let december: MonthlyFacts;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 120, 26);
    const { run } = await runOn(db, last);
    december = (await reportFacts<MonthlyFacts>(db, { run: run.id, kind: "monthly", scope: "" }))!;
  }, 120_000);
  afterAll(() => db.close());

  const asked = (kind: DueKind, month: string, scope = PLACE, today = "2027-01-12"): Promise<NoFiguresFacts | null> =>
    noFigures(db, wushan, { kind, month: parseMonth(month), scope }, today);
  const words = (facts: NoFiguresFacts | null, language: "zh" | "en" = "zh"): string =>
    JSON.stringify(noFiguresDocument(facts!, language).blocks);

  const miit: ReportScope = { dimension: "department", code: "miit" };
  const town: ReportScope = { dimension: "region", code: "500237001" };
  it.each<readonly [string, DueKind, string, ReportScope, string]>([
    ["monthly", "monthly", "2026-01", PLACE, "没有报来2026年1月的任何用工数据"],
    ["department's", "monthly", "2026-01", miit, "全部未报"],
    ["township's", "monthly", "2026-01", town, "高唐街道没有报来"],
    ["dispatch", "dispatch", "2026-01", PLACE, "未经本月数据重新判断"],
    ["quarterly", "quarterly", "2026-03", PLACE, "没有报来2026年3月的任何用工数据"],
    ["half-year", "half-year", "2026-06", PLACE, "最近有数据的月份为2025年12月"],
    ["annual", "annual", "2026-12", PLACE, "近6个月没有企业报送"],
  ])("says so in place of the %s report", async (_which, kind, month, scope, sentence) => {
    const facts = await asked(kind, month, scope);
    expect(noFiguresDocument(facts!, "zh").marks).toContain("【无数据】");
    expect(noFiguresDocument(facts!, "zh").head.number).toBeNull();
    expect(words(facts)).toContain(sentence);
    expect(words(facts)).toContain("没有数据不等于没有变化，也不按0计");
    expect(words(facts, "en")).toContain("nothing can be judged");
  });

  it("counts everybody who should have reported: who did in December, and who was silent then and not too long", async () => {
    const { silent, groups } = (await asked("monthly", "2026-01"))!;
    const { headcount, reporting } = december.overall.previous.whole;
    const stillDue = december.completeness.silent.named.filter(({ lastMonth }) => lastMonth! >= parseMonth("2025-07"));
    const people = stillDue.reduce((sum, { lastHeadcount }) => sum + lastHeadcount!, 0);
    expect(silent).toMatchObject({ count: reporting + stillDue.length, people: headcount + people });
    for (const parts of [groups.department, groups.region]) {
      expect(parts.reduce((sum, { enterprises }) => sum + enterprises, 0)).toBe(silent.count);
      expect(parts.reduce((sum, one) => sum + one.people, 0)).toBe(silent.people);
    }
  });

  it("names the largest of the place, and all of a township", async () => {
    const { silent } = (await asked("monthly", "2026-01"))!;
    expect(silent.named).toHaveLength(20);
    const own = (await asked("monthly", "2026-01", town))!.silent;
    expect(own.named).toHaveLength(own.count);
    expect(own.named.every(({ region }) => region === town.code)).toBe(true);
  });

  it("says how many alerts stand as they were", async () => {
    const { standing } = (await asked("dispatch", "2026-01"))!;
    expect(standing).toEqual({ month: "2025-12", open: december.alerts.open.length });
  });

  it.each<readonly [string, DueKind, string, string]>([
    ["a month that is not over", "monthly", "2026-02", "2026-02-12"],
    ["a month before any figures", "monthly", "2020-01", "2026-02-12"],
    ["a month with figures that is not run", "monthly", "2025-11", "2026-02-12"],
    ["a month that was run", "monthly", "2025-12", "2026-02-12"],
    ["a kind that is not due", "quarterly", "2026-01", "2026-02-12"],
  ])("says nothing in place of %s", async (_what, kind, month, today) => {
    expect(await asked(kind, month, PLACE, today)).toBeNull();
  });
});
