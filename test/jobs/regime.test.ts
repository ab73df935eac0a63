import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flashInput } from "../../jobs/reports/flash-input.ts";
import type { LevelRule, ThresholdSet } from "../../models/threshold.ts";
import { type AnyFacts, documentOf } from "../../reports/document-of.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import { flashFacts } from "../../reports/flash/facts.ts";
import type { PeriodFacts } from "../../reports/period/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { keepRegimeChange } from "../../src/db/regime.ts";
import { reportFacts } from "../../src/db/report.ts";
import { latestRun } from "../../src/db/run.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { monthlyPage } from "../monthly-page.ts";

const { boundZ } = wushan.thresholds.detector;
/** Nearly everybody's foretold risk reaches it, and nothing else in the set asks for one. */
const foretold: LevelRule = {
  ...{ id: "blue-foretold", level: "blue", name: { zh: "预测", en: "foretold" }, origin: boundZ.origin },
  when: { risk: { ...boundZ, value: 0.001 }, headcount: { ...boundZ, value: 50 } },
};
const set: ThresholdSet = {
  ...{ ...wushan.thresholds, name: "with a foretold level" },
  rules: [...wushan.thresholds.rules, foretold],
};

describe.each(testDatabases())("a switch to rules only on $name", ({ open }) => {
  let db: Db;
  let month: number;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 120, 14);
    await keepThresholds(db, set, "test", "a rule on the foretold risk");
    month = last;
    await runOn(db, month - 1);
    await runOn(db, month);
  });
  afterAll(() => db.close());

  const reached = async () => {
    const run = (await latestRun(db, month))!;
    return db.query<{ rules: string[]; explanation: { en: string } }>(
      "select rules, explanation from alert_decision where run_id = $1 and subject_kind = 'enterprise' order by subject",
      [run.id],
    );
  };
  const page = async () => {
    const run = (await latestRun(db, month))!;
    const facts = await reportFacts<MonthlyFacts>(db, { run: run.id, kind: "monthly", scope: "" });
    return monthlyPage(facts!, wushan, "zh").replace(/<[^>]+>/g, "");
  };
  /** Facts of every report of the month, and of a flash report about an event as known on a day. */
  const reports = async (day = "2026-01-12"): Promise<AnyFacts[]> => {
    const run = (await latestRun(db, month))!;
    const kept = await db.query<{ facts: AnyFacts }>("select facts from report where run_id = $1", [run.id]);
    const [event] = await db.query<{ id: string }>(
      `select e.code || '/' || v.kind || '/' || v.occurred_on as id from event v join enterprise e on e.id = v.enterprise_id
       where v.published_on <= $1 order by v.occurred_on desc, 1 limit 1`,
      ["2026-01-10"],
    );
    return [...kept.map(({ facts }) => facts), flashFacts(await flashInput(db, wushan, event!.id, day))];
  };
  /** The kinds whose first paragraph says in both languages that alerts rest on facts alone. */
  const saying = (all: readonly AnyFacts[]) => {
    const first = (facts: AnyFacts, language: "zh" | "en") =>
      JSON.stringify(documentOf(facts, language, null).blocks[0]);
    const says = all.filter(
      (facts) =>
        first(facts, "zh").includes("只用规则预警") && first(facts, "en").includes("alerts rest on rules about facts"),
    );
    return new Set(says.map(({ kind, about }) => (kind === "monthly" ? `monthly ${about.split(/[:/]/)[0]}` : kind)));
  };

  /** First in every kind of report and in parts of the place; in a flash report since it was settled. */
  const saidInAll = async () => {
    const all = await reports();
    expect(saying(all)).toEqual(
      new Set(["monthly ", "monthly department", "monthly region", "dispatch", "quarterly", "annual", "flash"]),
    );
    expect(all.filter((facts) => saying([facts]).size === 0)).toEqual([]);
    const annual = all.find(({ kind }) => kind === "annual") as PeriodFacts;
    expect(saying([{ ...annual, kind: "half-year" }])).toEqual(new Set(["half-year"]));
    expect(saying(await reports("2026-01-10")).has("flash")).toBe(false); // settled on the 11th
    const keptBefore = all.map(({ rulesOnly: _, ...facts }) => facts as AnyFacts); // before every report told it
    expect(saying(keptBefore)).toEqual(new Set());
  };

  it("makes the month another run, alerts by facts alone, and says since when and why in every report", async () => {
    expect((await reached()).some(({ rules }) => rules.includes("blue-foretold"))).toBe(true);
    expect(await page()).not.toContain("只用规则预警");
    expect(saying(await reports())).toEqual(new Set());
    const change = await keepRegimeChange(db, {
      ...{ kind: "rules-only", from: month, reason: "疫情", actor: "就业办", at: "2026-01-11T00:00:00Z" },
    });
    const { run, changed } = await runOn(db, month);
    expect([changed, run.regimeId]).toEqual([true, change.id]);
    const after = await reached();
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter(({ rules }) => rules.includes("blue-foretold"))).toEqual([]);
    expect(after.filter(({ explanation }) => /large reduction, (score|probability)/.test(explanation.en))).toEqual([]);
    expect(await page()).toMatch(/自\d{4}年\d{1,2}月起只用规则预警.*原因：疫情（就业办）。/);
    expect((await runOn(db, month)).changed).toBe(false);
    await saidInAll();
  });

  it("leaves the months before as they are, and is over where somebody says so", async () => {
    expect((await runOn(db, month - 1)).changed).toBe(false);
    const change = await keepRegimeChange(db, {
      ...{ kind: "normal", from: month, reason: "模型已重新拟合", actor: "就业办", at: "2026-02-01T00:00:00Z" },
    });
    const { run, changed } = await runOn(db, month);
    expect([changed, run.regimeId]).toEqual([true, change.id]);
    expect((await reached()).some(({ rules }) => rules.includes("blue-foretold"))).toBe(true);
  });
});
