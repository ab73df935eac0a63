import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noProgress } from "../../jobs/progress.ts";
import { riskModelInUse } from "../../jobs/run/risk-model.ts";
import { type Fitted, train } from "../../jobs/train.ts";
import { formatMonth, type Month, parseMonth } from "../../models/month.ts";
import { shippedModel } from "../../models/risk/shipped.ts";
import type { Db } from "../../src/db/db.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase, testDatabases } from "../databases.ts";
import { csv, emptyPlace, takeIn } from "../takes.ts";

const SITES = 120;
const FIRST = parseMonth("2023-01");

async function trainOn(db: Db, from: Month, to: Month, changes: { dryRun?: boolean } = {}): Promise<Fitted> {
  const vintage = (await vintageAsOf(db, "2026-06-01"))!;
  const order = { profile: wushan, detector: wushan.thresholds.detector, from, to, vintage, workers: 1 };
  const signal = new AbortController().signal;
  const fitted = await train(db, { ...order, signal, dryRun: false, author: "test", ...changes }, noProgress);
  if (fitted.kind !== "fitted") throw new Error(fitted.kind);
  return fitted;
}

/** Building sites that, each in its turn, let three in ten go every fourth month and take them on again. */
const inTurn = (site: number, t: number) => [1, 0.7, 0.8, 0.9][(t + site) % 4]!;
const calm = () => 1;

/** So many months of the sites; at least 20 people and 10 % are lost within three months of any month but the lowest. */
const months = (from: number, to: number, shareOf: (site: number, t: number) => number) =>
  csv(`${from}.csv`, [
    "统一社会信用代码,月份,用工人数",
    ...Array.from({ length: to - from }, (_, k) => from + k).flatMap((t) =>
      Array.from({ length: SITES }, (_, i) => {
        const people = Math.round((210 + 7 * (i % 40)) * shareOf(i, t)) + ((i * 7 + t * 3) % 3);
        return `S${i},${formatMonth(FIRST + t)},${people}`;
      }),
    ),
  ]);

const later = (day: string) => ({ publishedOn: day, today: day });

describe.each(testDatabases())("a history that the shipped model does not know, on $name", ({ open }) => {
  let db: Db;
  beforeEach(async () => {
    db = await emptyPlace(await open());
    await takeIn(db, months(0, 14, inTurn), later("2024-03-05"));
  });
  afterEach(() => db.close());

  const kept = () => db.query<Record<string, unknown>>("select name, event, body, author, reason from risk_model");

  it("changes nothing on a dry run, keeps the better model as a version, runs with it, and refuses one no better", async () => {
    const dry = await trainOn(db, FIRST, FIRST + 13, { dryRun: true });
    expect(dry).toMatchObject({ better: true, kept: false });
    expect(await kept()).toEqual([]);
    expect(await riskModelInUse(db)).toEqual(shippedModel);

    const first = await trainOn(db, FIRST, FIRST + 13);
    expect(first).toMatchObject({ unseen: true, better: true, kept: true });
    // Three of four months are followed by a fall, 0.75; who foretells just that loses −(.75 ln .75 + .25 ln .25) = .5623.
    expect(first.metrics.events / first.metrics.rows).toBeCloseTo(0.75, 1);
    expect(first.metrics.logLoss).toBeLessThan(0.5623);
    expect(first.inUse.metrics.logLoss).toBeGreaterThan(0.5623);
    const [row] = await kept();
    expect(row).toMatchObject({ name: "trained-1-2024-02", event: "large-reduction", author: "test" });
    expect(row!.reason).toContain(`log loss ${first.metrics.logLoss!.toFixed(4)} against`);
    // Features need three months: the first of them is in March. The last month with three known after it is November.
    expect(row!.body).toMatchObject({
      training: { from: "2023-03", to: "2023-11", place: wushan.title, vintage: { publishedOn: "2024-03-05" } },
      metrics: { rows: first.metrics.rows, events: first.metrics.events, logLoss: first.metrics.logLoss },
    });
    expect(await riskModelInUse(db)).toEqual(row!.body);

    const { run } = await runOn(db, FIRST + 13);
    expect(run.model.endsWith("/trained-1-2024-02")).toBe(true);
    const again = await trainOn(db, FIRST, FIRST + 13);
    expect(again).toMatchObject({ unseen: false, freshEvents: 0, needEvents: 30, better: false, kept: false });
    expect(await kept()).toHaveLength(1);
  });

  it("is judged anew on what was seen before, and says so, while the new months hold too few events", async () => {
    await trainOn(db, FIRST, FIRST + 13);
    await takeIn(db, months(14, 24, calm), later("2025-01-05"));
    const fitted = await trainOn(db, FIRST, FIRST + 23);
    expect(fitted).toMatchObject({ unseen: false, freshEvents: 0, needEvents: 30 });
    expect(fitted.metrics.events).toBeGreaterThan(30);
  });
});

describe.each(oneDatabase())("a county that the shipped model knows better, on $name", ({ open }) => {
  let db: Db;
  let span: { first: Month; last: Month };
  beforeAll(async () => {
    db = await open();
    span = await fillCounty(db, 1300, 18);
  });
  afterAll(() => db.close());

  it("keeps the shipped model, whose risk every run gives", async () => {
    const fitted = await trainOn(db, span.first, span.last);
    expect(fitted).toMatchObject({ unseen: true, better: false, kept: false, inUse: { name: shippedModel.name } });
    expect(fitted.metrics.events).toBeGreaterThanOrEqual(fitted.needEvents);
    expect(fitted.metrics.logLoss).toBeGreaterThan(fitted.inUse.metrics.logLoss!);
    expect(await riskModelInUse(db)).toEqual(shippedModel);
    const { run } = await runOn(db, span.last);
    expect(run.model.endsWith(`/${shippedModel.name}`)).toBe(true);
    const [{ scored, atRisk } = { scored: 0, atRisk: 0 }] = await db.query<{ scored: number; atRisk: number }>(
      `select count(*) filter (where risk is not null)::integer as scored, sum(jobs_at_risk)::float8 as "atRisk"
       from score where run_id = $1`,
      [run.id],
    );
    expect(scored).toBeGreaterThan(500);
    expect(atRisk).toBeGreaterThan(0);
  });
});
