import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedOf } from "../../jobs/run/asked.ts";
import { heldBack } from "../../jobs/run/held-back.ts";
import type { Subject } from "../../jobs/run/subjects.ts";
import { formatMonth, lastDay } from "../../models/month.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { AlertStates } from "../../src/db/alert-state.ts";
import type { Db } from "../../src/db/db.ts";
import { reportFacts } from "../../src/db/report.ts";
import { finishedSteps, type Run } from "../../src/db/run.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { fillCounty, leftBehind, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { monthlyPage } from "../monthly-page.ts";

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
  readonly subject: string;
  readonly month: number;
  readonly waiting_since: number | null;
  readonly explanation: { readonly zh: string };
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
    expect(monthlyPage(facts!, wushan, "zh")).toContain(
      `另有${held.length}户达到预警条件，因超出本月走访能力暂列观察。`,
    );
  });

  it("decides on it again in the months after, and opens nothing without a visit", async () => {
    const { run, held } = await first();
    const later = runs.slice(runs.indexOf(run) + 1);
    const again = [];
    for (const { id } of later) {
      const codes = held.map(({ subject }) => subject);
      again.push(...(await decisions(id)).filter(({ subject }) => codes.includes(subject)));
    }
    expect(new Set(again.map(({ subject }) => subject)).size).toBe(held.length);
    for (const { waiting_since, month, level_after } of again)
      if (waiting_since !== null) expect([waiting_since <= month, level_after]).toEqual([true, null]);
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

describe.each(testDatabases())("what waits when visits become free on $name", ({ open }) => {
  it("opens with the finding it is about, and when that was", async () => {
    const db = await open();
    try {
      const { last } = await fillCounty(db, 300, 12);
      const { budget, ...patience } = wushan.thresholds.decision;
      const one = {
        ...wushan.thresholds,
        name: "one visit",
        decision: { ...patience, budget: { ...budget!, value: 0.01 } },
      };
      const free = { ...wushan.thresholds, name: "free", validFrom: formatMonth(last), decision: patience };
      for (const set of [one, free]) await keepThresholds(db, set, "test", set.name);
      for (let month = last - 3; month <= last; month++) await runOn(db, month);
      const rows = await db.query<Row>(
        `select * from alert_decision where month = $1 and month_reason = 'opened' and found_level is null`,
        [last],
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { subject, explanation, send, alert_id } of rows) {
        const [before] = await db.query<Row>(
          "select * from alert_decision where month = $1 and subject = $2 and waiting_level is not null",
          [last - 1, subject],
        );
        const since = formatMonth(before!.waiting_since!);
        expect(explanation.zh).toContain(`${since}已发现，因走访能力所限候列至今：${before!.explanation.zh}本月情况：`);
        expect([send, alert_id === null]).toEqual([true, false]);
      }
    } finally {
      await db.close();
    }
  }, 120_000);
});

describe("who is held back", () => {
  const month = 24300;
  const none = { zh: "", en: "" };
  const one = (subject: string, level: number, atRisk: number): Subject => ({
    ...{ subjectKind: "enterprise", subject, level, rules: ["yellow-line"], fall: null, atRisk, explanation: none },
    ...{ headline: none, silentMonths: 0, recovered: false, events: [] },
  });
  const state = { alertOpenedMonth: month - 1, level: 2, monthsBelow: 0, monthsClear: 0 };
  const EMPTY = {
    ...{ before: new Map(), waiting: new Map(), settled: new Map(), told: new Map(), later: new Map() },
    ...{ monthBefore: month - 1, alert: new Map(), episodes: new Map(), enterprises: [] },
  };
  const keyed = <T>(codes: readonly string[], value: T) => new Map(codes.map((code) => [`enterprise/${code}`, value]));
  const held = (states: Partial<AlertStates>, subjects = [one("a", 2, 9), one("b", 2, 5), one("c", 2, 1)]) => {
    const at = { run: { month } as Run, thresholds: wushan.thresholds, rulesOnly: null };
    const asked = subjects.map((subject) => askedOf(subject, { ...EMPTY, ...states }, at));
    return [...heldBack(asked, ENTERPRISES, wushan.thresholds)];
  };

  it("are those with the fewest persons at risk; an open or settled alert takes no visit, what was told keeps its own", () => {
    expect(held({})).toEqual(["b", "c"]);
    expect(held({ before: keyed(["a"], state) })).toEqual(["c"]);
    expect(held({ told: keyed(["c"], state) })).toEqual(["a", "b"]);
    expect(held({ settled: keyed(["a"], state.level) })).toEqual(["c"]);
  });

  it("are those who wait too: by the level and the people of when they were found, though nothing is found now", () => {
    const waiting = (level: number, atRisk: number) => ({
      ...{ state: { ...state, level }, atRisk, foretold: false, explanation: none, headline: none },
    });
    const quiet = one("w", -1, 700);
    expect(held({ waiting: keyed(["w"], waiting(1, 0)) }, [one("a", 2, 9), quiet])).toEqual(["a"]);
    expect(held({ waiting: keyed(["w"], waiting(2, 8)) }, [one("a", 2, 9), quiet])).toEqual(["w"]);
    expect(held({ waiting: keyed(["w"], waiting(2, 10)) }, [one("a", 2, 9), quiet])).toEqual(["a"]);
  });
});
