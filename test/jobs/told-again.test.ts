import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noProgress } from "../../jobs/progress.ts";
import { contextOf } from "../../jobs/run/context.ts";
import { gather } from "../../jobs/run/reports/gathered.ts";
import { rawMonth } from "../../jobs/run/reports/raw-month.ts";
import { reportsOf } from "../../jobs/run/reports/write.ts";
import type { Problem } from "../../models/problem.ts";
import type { DispatchFacts } from "../../reports/dispatch/facts.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { PeriodFacts } from "../../reports/period/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { type RawMonth, reportAgain } from "../../src/recount/told/report-again.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";
import { DISPATCH, MONTHLY, type Open, PERIOD, type Spoil } from "../spoilt-cells.ts";

/** Changes what the newest run stored of the enterprise that lost most. */
const addToFirstLoser = (db: Db, persons: number) =>
  db.query(
    `update group_outline set body = jsonb_set(body, '{losses,0,base}', to_jsonb((body#>>'{losses,0,base}')::integer + $1::integer))
     where dimension = 'place' and run_id = (select max(id) from run)`,
    [persons],
  );

describe.each(oneDatabase())("the second count of what reports tell, on $name", ({ open }) => {
  let db: Db;
  let raw: RawMonth;
  let again: Awaited<ReturnType<typeof reportAgain>>;
  let all: AnyFacts[];
  let refused: unknown;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 150, 30);
    for (const back of [2, 1]) await runOn(db, last - back);
    const spoil = async (step: string, when: string) => {
      if (step === "report" && when === "before") await addToFirstLoser(db, 1);
    };
    refused = await runOn(db, last, { onStep: spoil }).catch((error: unknown) => error);
    await addToFirstLoser(db, -1);
    const { run } = await runOn(db, last);
    const contextIn = await contextOf(db, run, { profile: wushan, workers: 1, progress: noProgress });
    await db.transaction(async (tx) => {
      const gathered = await gather(contextIn(tx, `${run.asOf}T00:00:00Z`));
      raw = await rawMonth(gathered);
      again = await reportAgain(raw);
      all = [];
      for await (const facts of reportsOf(gathered)) all.push(facts);
    });
  }, 180_000);
  afterAll(() => db.close());

  const told = <Facts extends AnyFacts>(kind: Facts["kind"], about: string): Facts =>
    all.find((facts) => facts.kind === kind && facts.about === about) as Facts;
  const cellsOf = async (facts: AnyFacts) => (await again(facts)).map(({ cell }) => cell);

  async function stops<Facts extends AnyFacts>(facts: Facts, [, cell, spoil]: Spoil<Facts>): Promise<void> {
    const spoilt = structuredClone(facts);
    spoil(spoilt as Open<Facts>);
    expect(spoilt, "something was spoilt").not.toEqual(facts);
    expect(await cellsOf(spoilt)).toContainEqual(typeof cell === "string" ? cell : expect.stringMatching(cell));
  }

  it("stops the month run and names the cell, and the run goes on once it is right", () => {
    expect(refused).toMatchObject({ code: "counted-differently" });
    expect((refused as Problem).message).toContain("movers/place:500237/losses/1/base");
  });

  it("agrees about every report of a December, and has something to count in each table", async () => {
    for (const facts of all) expect(await cellsOf(facts), `${facts.kind} ${facts.about}`).toEqual([]);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(["monthly", "dispatch", "quarterly", "annual"]));
    const { alerts, completeness, reductions, movements, nextMonth, estimated, outlook } = told<MonthlyFacts>(
      "monthly",
      "",
    );
    const those = [alerts.open, alerts.months, completeness.silent.named, reductions.types, reductions.reasons];
    expect(those.map(({ length }) => length > 0)).toEqual([true, true, true, true, true]);
    expect([movements, nextMonth, estimated]).not.toContain(null);
    expect(outlook!.forecasts[0]!.outcomes).toHaveLength(2);
    expect(raw.dispatch.open.length).toBeGreaterThan(0);
  });

  it.each(MONTHLY)("stops at one wrong cell of the monthly report and names it: %s", async (...one) => {
    await stops(told<MonthlyFacts>("monthly", ""), one);
  });

  it("stops at one wrong cell of a department's or a township's report and names it with the part", async () => {
    const parts = all.filter((facts): facts is MonthlyFacts => facts.kind === "monthly" && facts.about !== "");
    for (const dimension of ["department", "region"]) {
      const part = parts.find(({ about, alerts }) => about.startsWith(dimension) && alerts.open.length > 0)!;
      const { about } = part;
      await stops(part, [
        "",
        new RegExp(`^${about}/alerts/\\w+/open$`),
        ({ alerts }) => alerts.levels.map((l) => l.open++),
      ]);
      await stops(part, ["", `${about}/next-month/persons`, ({ nextMonth }) => nextMonth!.persons++]);
      await stops(part, ["", `movers/${about}/losses/1/current`, ({ outlook }) => outlook!.place.losses[0]!.current--]);
    }
  });

  it.each(PERIOD)("stops at one wrong cell of the annual report and names it: %s", async (...one) => {
    await stops(told<PeriodFacts>("annual", ""), one);
  });

  it.each(DISPATCH)("stops at one wrong cell of the dispatch list and names it: %s", async (...one) => {
    await stops(told<DispatchFacts>("dispatch", ""), one);
  });
});
