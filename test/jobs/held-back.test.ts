import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { monthlyPage } from "../../jobs/reports/page.ts";
import { heldBack } from "../../jobs/run/held-back.ts";
import type { Subject } from "../../jobs/run/subjects.ts";
import { lastDay } from "../../models/month.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { reportFacts } from "../../src/db/report.ts";
import { finishedSteps, type Run } from "../../src/db/run.ts";
import { fillCounty, leftBehind, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";

/** 100 enterprises and one visit per 100 of them: one new alert a month beside what is told always. */
const ENTERPRISES = 100;
const VISITS = 1;

/** Rules that an event or a line of law stands behind. */
const ALWAYS = new Set(
  wushan.thresholds.rules
    .filter(({ level, when, origin }) => level !== null && (when.event !== undefined || origin.kind === "statute"))
    .map(({ id }) => id),
);

interface Row {
  readonly found_level: string | null;
  readonly level_after: string | null;
  readonly alert_id: number | null;
  readonly send: boolean;
  readonly month_reason: string;
  readonly rules: readonly string[];
}

describe.each(testDatabases())("a month with more new alerts than visits on $name", ({ open }) => {
  let db: Db;
  let last: number;
  const runs: Run[] = [];
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, ENTERPRISES, 16));
    for (let month = last - 6; month <= last; month++) runs.push((await runOn(db, month)).run);
  });
  afterAll(() => db.close());

  const decisions = (run: number) =>
    db.query<Row>("select * from alert_decision where run_id = $1 and subject_kind = 'enterprise'", [run]);
  const first = async () => {
    for (const run of runs) {
      const held = (await decisions(run.id)).filter((d) => d.month_reason === "held-back");
      if (held.length > 0) return { run, held };
    }
    throw new Error("no month held anybody back");
  };

  it("keeps what waits as a decision that is not sent and opens nothing, with the level that was found", async () => {
    const { held } = await first();
    for (const one of held) expect(one).toMatchObject({ send: false, level_after: null, alert_id: null });
    for (const { found_level } of held) expect(["orange", "yellow", "blue"]).toContain(found_level);
  });

  it("opens no more than the visits, beside red, events and lines of law", async () => {
    for (const run of runs) {
      const opened = (await decisions(run.id)).filter((d) => d.month_reason === "opened");
      const ordinary = opened.filter((d) => d.found_level !== "red" && !d.rules.some((rule) => ALWAYS.has(rule)));
      expect(ordinary.length).toBeLessThanOrEqual(VISITS);
    }
  });

  it("counts them in its step and names them in the report", async () => {
    const { run, held } = await first();
    expect((await finishedSteps(db, run)).get("decide")!.counts["held-back"]).toBe(held.length);
    const facts = await reportFacts<MonthlyFacts>(db, { run: run.id, kind: "monthly", scope: "" });
    expect(monthlyPage(facts!, wushan)).toContain(`另有${held.length}户达到预警条件，因超出本月走访能力暂列观察。`);
  });

  it("run again changes nothing on the same data, and takes back nothing for want of a visit on later data", async () => {
    const before = await leftBehind(db);
    for (const { month } of runs) expect([month, (await runOn(db, month)).changed]).toEqual([month, false]);
    expect(await leftBehind(db)).toEqual(before);
    const { run } = await first();
    const again = await runOn(db, run.month, { asOf: lastDay(last + 1) });
    expect(again.changed).toBe(true);
    const withdrawn = (await decisions(again.run.id)).filter((d) => d.month_reason === "withdrawn");
    for (const { found_level } of withdrawn) expect(found_level).toBeNull();
  });
});

describe("who is held back", () => {
  const none = { zh: "", en: "" };
  const one = (subject: string, atRisk: number): Subject => ({
    ...{ subjectKind: "enterprise", subject, level: 2, rules: ["yellow-line"], fall: null, atRisk, explanation: none },
  });
  const state = { alertOpenedMonth: 24300, level: 2, monthsBelow: 0, monthsClear: 0 };
  const held = (before: readonly string[], told: readonly string[]) => {
    const states = (codes: readonly string[]) => new Map(codes.map((code) => [`enterprise/${code}`, state]));
    const asked = [one("a", 9), one("b", 5), one("c", 1)];
    return [...heldBack(asked, { before: states(before), told: states(told) }, ENTERPRISES, wushan.thresholds)];
  };

  it("are those with the fewest persons at risk; an open alert takes no visit, what was told keeps its own", () => {
    expect(held([], [])).toEqual(["b", "c"]);
    expect(held(["a"], [])).toEqual(["c"]);
    expect(held([], ["c"])).toEqual(["a", "b"]);
  });
});
