import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BacktestOrder, backtest } from "../../../jobs/backtest/backtest.ts";
import { backtestLines } from "../../../jobs/backtest/words.ts";
import { noProgress } from "../../../jobs/progress.ts";
import { LARGE_REDUCTION } from "../../../models/judging/event-definition.ts";
import { JUDGING } from "../../../models/judging/thresholds.ts";
import { compileModel } from "../../../models/risk/model.ts";
import { shippedModel } from "../../../models/risk/shipped.ts";
import type { ThresholdSet } from "../../../models/threshold.ts";
import type { Db } from "../../../src/db/db.ts";
import { keepThresholds } from "../../../src/db/threshold-set.ts";
import { vintageAsOf } from "../../../src/db/vintage.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";

/** Without a budget; two enterprises that fall at once are enough for an alert about the whole of so small a county. */
const { budget: _, ...decision } = wushan.thresholds.decision;
const collective = wushan.thresholds.collective.map((rule) =>
  rule.enterprises.value > 1 ? { ...rule, enterprises: { ...rule.enterprises, value: 2 } } : rule,
);
const plain: ThresholdSet = { ...wushan.thresholds, name: "plain", collective, decision };

/** One visit a month: much has to wait. */
const tight: ThresholdSet = {
  ...{ ...plain, name: "tight" },
  decision: { ...decision, budget: { ...wushan.thresholds.decision.budget!, value: 0.25 } },
};

/** Another set: every number of persons halved, alerts closed a month sooner. */
const keener: ThresholdSet = {
  ...plain,
  name: "keener",
  rules: plain.rules.map((rule) => {
    const { fallPeople: people } = rule.when;
    return people ? { ...rule, when: { ...rule.when, fallPeople: { ...people, value: people.value / 2 } } } : rule;
  }),
  decision: { ...decision, closeAfter: { ...decision.closeAfter, value: 2 } },
};

describe.each(oneDatabase())("a backtest on $name", ({ open }) => {
  let db: Db;
  let folder: string;
  let order: BacktestOrder;
  beforeAll(async () => {
    db = await open();
    folder = await mkdtemp(join(tmpdir(), "wengang-backtest-"));
    const { first, last } = await fillCounty(db, 400, 24);
    await keepThresholds(db, plain, "test", "no budget");
    order = {
      ...{ profile: wushan, from: first, to: last, set: plain, definition: LARGE_REDUCTION, truth: null },
      ...{ interventions: [], fewest: 20, model: null, workers: 1, signal: new AbortController().signal },
      judging: { ...JUDGING, resamples: { ...JUDGING.resamples, value: 10 } },
      vintage: (await vintageAsOf(db, "9999-01-01"))!,
      dataDir: join(folder, "first"),
    };
  });
  afterAll(async () => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("raises what the month runs raise with the same thresholds, each on its closing day", async () => {
    const { alerts } = await backtest(db, { ...order, from: order.from + 10 }, noProgress);
    for (let month = order.from + 10; month <= order.to; month++) await runOn(db, month);
    expect(inOrder([...alerts.place.changes, ...alerts.changes])).toEqual(inOrder(await changesIn(db)));
    expect(alerts.place.episodes.length).toBeGreaterThan(0);
    expect(alerts.episodes.length).toBeGreaterThan(10);
    expect(alerts.episodes.some(({ closedMonth }) => closedMonth !== null)).toBe(true);
  }, 180_000);

  it("holds back and opens what waits as the month runs do, by the same people at risk", async () => {
    const other = await open();
    try {
      const { last } = await fillCounty(other, 400, 16);
      await keepThresholds(other, tight, "test", "one visit a month");
      const vintage = (await vintageAsOf(other, "9999-01-01"))!;
      const model = compileModel(shippedModel);
      const asked = { ...order, set: tight, model, vintage, from: last - 7, to: last, dataDir: join(folder, "tight") };
      const { alerts } = await backtest(other, asked, noProgress);
      for (let month = last - 7; month <= last; month++) await runOn(other, month);
      const [counted] = await other.query<{ held: number }>(
        "select count(*)::integer as held from alert_decision where reason = 'held-back'",
      );
      expect(inOrder([...alerts.place.changes, ...alerts.changes])).toEqual(inOrder(await changesIn(other)));
      expect(alerts.heldBack).toBe(counted!.held);
      expect(alerts.heldBack).toBeGreaterThan(5);
    } finally {
      await other.close();
    }
  }, 180_000);

  it("with another threshold set over stored scores gives exactly what scoring anew gives", async () => {
    await backtest(db, order, noProgress);
    const replayed = await backtest(db, { ...order, set: keener }, noProgress);
    const anew = await backtest(db, { ...order, set: keener, dataDir: join(folder, "second") }, noProgress);
    expect([replayed.reused, anew.reused]).toEqual([true, false]);
    expect({ ...replayed, reused: false }).toEqual(anew);
    const before = await backtest(db, order, noProgress);
    expect(before.reused).toBe(true);
    // As a file or the database tells the same numbers: their fields in another order.
    const turned = JSON.parse(JSON.stringify(plain.detector), (_, value: unknown) =>
      typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).reverse()) : value,
    );
    expect((await backtest(db, { ...order, set: { ...keener, detector: turned } }, noProgress)).reused).toBe(true);
    expect(replayed.alerts.opened).toBeGreaterThan(before.alerts.opened);
  });

  it("scores anew when the detector, the span or the event is another", async () => {
    await backtest(db, order, noProgress);
    const { leakReference } = plain.detector;
    const detector = { ...plain.detector, leakReference: { ...leakReference, value: 1 } };
    expect((await backtest(db, { ...order, set: { ...plain, detector } }, noProgress)).reused).toBe(false);
    expect((await backtest(db, order, noProgress)).reused).toBe(false);
    expect((await backtest(db, { ...order, to: order.to - 1 }, noProgress)).reused).toBe(false);
  });

  it("scores anew for rules that ask for less than was stored, and says which", async () => {
    await backtest(db, order, noProgress);
    const wide = { ...plain.rules[0]!, id: "wide", level: "blue", when: { headcount: plain.detector.largeFrom } };
    const result = await backtest(db, { ...order, set: { ...plain, rules: [...plain.rules, wide] } }, noProgress);
    expect(result).toMatchObject({ reused: false, beyond: ["wide"] });
    expect(result.alerts.opened).toBeGreaterThan(100); // everybody with 20 people and more
    expect((await backtest(db, order, noProgress)).reused).toBe(true);
  });

  it("holds every score against the same rows, leaving out what was known", async () => {
    const { table, raised, asPublished, final } = await backtest(db, order, noProgress);
    expect([asPublished, final]).toEqual([24, 0]);
    expect(table.rows.map(({ id }) => id)).toEqual([
      ...[
        "risk",
        "statutory-rule",
        "year-on-year",
        "persistence",
        "volatility",
        "plain-cusum",
        "ears-c1",
        "farrington",
      ],
    ]);
    expect(table.population.rows).toBeGreaterThan(500);
    expect(table.population.known).toBeGreaterThan(0);
    expect(raised.all.events).toBeGreaterThan(5);
    expect(raised.levels.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(raised.all.alerts);
    expect(raised.levels.at(-1)!.recall).toBe(raised.all.recall);
  });

  it("says on the terminal how many events were expected and came, and what a missed event weighs", async () => {
    const result = await backtest(db, order, noProgress);
    const lines = backtestLines(result, "plain", wushan.levels).map(({ en }) => en);
    const head = lines.find((line) => line.startsWith("score"))!.split(/ {2,}/);
    const cells = lines[lines.findIndex((line) => line.startsWith("score")) + 1]!.split(/ {2,}/);
    const bins = result.table.rows[0]!.calibration!.reliability;
    const expected = bins.reduce((sum, { foretold, rows }) => sum + foretold * rows, 0).toFixed(1);
    const came = bins.reduce((sum, { events }) => sum + events, 0);
    expect(cells[head.indexOf("expected/came")]).toBe(`${expected}/${came}`);
    expect(head.at(-1)).toBe("Ur(μ=0.95)");
  });

  it("takes the truth from a list when there is one", async () => {
    const events = [{ enterprise: 1, month: order.from + 9, people: 30 }];
    const { table, raised } = await backtest(db, { ...order, fewest: 1, truth: { events, unknown: 0 } }, noProgress);
    expect(raised.all.events).toBe(1);
    expect(table.population.events).toBeLessThanOrEqual(3); // the three months before it, as far as they were reported
  });
});

/** Every change of level that month runs told, the place as enterprise 0. */
async function changesIn(db: Db) {
  const told = await db.query<{ enterprise: number; month: number; before: string | null; after: string | null }>(
    `select coalesce(e.id, 0) as enterprise, d.month, d.level_before as before, d.level_after as after
     from alert_decision d left join enterprise e on e.code = d.subject and d.subject_kind = 'enterprise'
     where d.level_before is distinct from d.level_after`,
  );
  const place = (level: string | null) => wushan.levels.findIndex(({ code }) => code === level);
  return told.map(({ before, after, ...rest }) => ({ ...rest, before: place(before), after: place(after) }));
}

const inOrder = <T extends { enterprise: number; month: number }>(changes: readonly T[]): T[] =>
  changes.toSorted((a, b) => a.month - b.month || a.enterprise - b.enterprise);
