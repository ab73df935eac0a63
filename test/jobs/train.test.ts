import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noProgress } from "../../jobs/progress.ts";
import { riskModelInUse } from "../../jobs/run/risk-model.ts";
import { train } from "../../jobs/train.ts";
import type { Month } from "../../models/month.ts";
import { shippedModel } from "../../models/risk/shipped.ts";
import type { Db } from "../../src/db/db.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";

describe.each(testDatabases())("training on $name", ({ open }) => {
  let db: Db;
  let span: { first: Month; last: Month };
  beforeAll(async () => {
    db = await open();
    span = await fillCounty(db, 900, 24);
  });
  afterAll(() => db.close());

  const trainOnce = async (dryRun: boolean) => {
    const vintage = (await vintageAsOf(db, "2026-06-01"))!;
    const order = { profile: wushan, detector: wushan.thresholds.detector, from: span.first, to: span.last, vintage };
    const signal = new AbortController().signal;
    return train(db, { ...order, workers: 1, signal, dryRun, author: "test" }, noProgress);
  };

  it("keeps nothing on a dry run, keeps a better model, refuses one that is no better, and runs use what is kept", async () => {
    const dry = await trainOnce(true);
    if (dry.kind !== "fitted") throw new Error(dry.kind);
    expect(dry.kept).toBe(false);
    expect(await riskModelInUse(db)).toEqual(shippedModel);
    const first = await trainOnce(false);
    if (first.kind !== "fitted") throw new Error(first.kind);
    expect(first.inUse.name).toBe(shippedModel.name);
    expect(first.kept).toBe(first.metrics.logLoss! < first.inUse.metrics.logLoss!);
    const used = await riskModelInUse(db);
    expect(used.name).toBe(first.kept ? first.model.name : shippedModel.name);
    const again = await trainOnce(false);
    if (again.kind !== "fitted") throw new Error(again.kind);
    expect(again.kept).toBe(false);
    const { run } = await runOn(db, span.last);
    expect(run.model.endsWith(`/${used.name}`)).toBe(true);
    const [{ scored, atRisk } = { scored: 0, atRisk: 0 }] = await db.query<{ scored: number; atRisk: number }>(
      `select count(*) filter (where risk is not null)::integer as scored, sum(jobs_at_risk)::float8 as "atRisk"
       from score where run_id = $1`,
      [run.id],
    );
    expect(scored).toBeGreaterThan(500);
    expect(atRisk).toBeGreaterThan(0);
    if (!first.kept) return;
    // Red is called from a higher risk than orange, and both of somebody: by the rules, not by more than those on the line.
    expect(used.lines!.map(({ from }) => from)).toEqual(wushan.sizeBands);
    const called = await db.query<{ rule: string; persons: number; risk: number }>(
      `select r.rule, coalesce(headcount, previous) as persons, risk from score, unnest(rules) as r(rule)
       where run_id = $1 and r.rule in ('red-foretold', 'orange-foretold')`,
      [run.id],
    );
    const lineOf = (persons: number) => used.lines!.findLast(({ from }) => persons >= from)!;
    for (const { rule, persons, risk } of called)
      expect(risk).toBeGreaterThanOrEqual(lineOf(persons)[rule === "red-foretold" ? "red" : "orange"]! - 0.00005);
  });
});
