import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noProgress } from "../../jobs/progress.ts";
import { noticeOfScorecard } from "../../jobs/run/scorecard-notice.ts";
import { train } from "../../jobs/train.ts";
import { JUDGING } from "../../models/judging/thresholds.ts";
import { formatMonth, type Month, parseMonth } from "../../models/month.ts";
import { BANDS } from "../../models/scorecard/bands.ts";
import { type Scorecard, scorecardOf } from "../../models/scorecard/scorecard.ts";
import type { Db } from "../../src/db/db.ts";
import { holdWaiting, waitingDesks } from "../../src/db/notice.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { runOn, wushan } from "../county.ts";
import { oneDatabase, testDatabases } from "../databases.ts";
import { csv, emptyPlace, takeIn } from "../takes.ts";

const ANALYSTS = `department:${wushan.routing.analysts}`;
const JUNE = parseMonth("2026-06");

interface Year {
  /** Red alerts that came true, and that did not. */
  readonly hits: number;
  readonly wrong: number;
  /** Enterprise-months with the event, of 128 foretold as one in eight: sixteen are expected. */
  readonly events: number;
}

/** A scorecard of June in which so much came true. */
function cardOf({ hits, wrong, events }: Year): Scorecard {
  const alert = (enterprise: number) => ({ enterprise, openedMonth: JUNE - 8, closedMonth: JUNE - 6, level: 0 });
  const rows = Int32Array.from({ length: 128 }, (_, i) => i);
  return scorecardOf({
    ...{ from: JUNE - 11, to: JUNE, event: "large-reduction", levels: ["red", "orange"], enterpriseMonths: 1200 },
    history: { episodes: Array.from({ length: hits + wrong }, (_, i) => alert(i + 1)), changes: [] },
    events: Array.from({ length: hits }, (_, i) => ({ enterprise: i + 1, month: JUNE - 7, people: 30 })),
    ...{ interventions: [], audit: { looked: 0, found: 0 }, answers: [], thresholds: JUDGING, bands: BANDS },
    risk: {
      rows: {
        ...{ enterprise: rows, month: new Int32Array(128).fill(JUNE - 5), size: new Int32Array(128).fill(50) },
        outcome: Int8Array.from(rows, (i) => (i < events ? 1 : 0)),
      },
      risk: new Float64Array(128).fill(1 / 8),
      isProbability: true,
    },
  });
}

const INSIDE: Year = { hits: 10, wrong: 10, events: 16 };
const IMPRECISE: Year = { ...INSIDE, hits: 1, wrong: 39 };
const OFF: Year = { ...INSIDE, events: 4 };

describe.each(testDatabases())("the scorecard's notice on $name", ({ open }) => {
  let db: Db;
  beforeEach(async () => {
    db = await emptyPlace(await open());
  });
  afterEach(() => db.close());

  const tell = (month: Month, year: Year) =>
    noticeOfScorecard({ tx: db, run: { month }, profile: wushan, at: "2026-07-10T01:00:00Z" }, cardOf(year));
  const told = async () =>
    (await holdWaiting(db, ANALYSTS)).map(({ kind, about }) => [kind, about.month, about.headline.en]);

  it("is not written while precision and calibration are in their bands", async () => {
    expect(await tell(JUNE, INSIDE)).toBe(0);
    expect(await waitingDesks(db, "all")).toEqual([]);
  });

  it("tells the analysts' desk, and nobody else, of a precision below its band", async () => {
    expect(await tell(JUNE, IMPRECISE)).toBe(1);
    expect(await waitingDesks(db, "all")).toEqual([ANALYSTS]);
    const says = "Red: 1 of 40 alerts with a known outcome came true, below the 30% asked for";
    expect(await told()).toEqual([["off-band", "2026-06", says]]);
  });

  it("tells them of a calibration outside its band", async () => {
    expect(await tell(JUNE, OFF)).toBe(1);
    expect(await told()).toEqual([["off-band", "2026-06", "16.0 events expected, 4 came"]]);
  });

  it("is not written again for the same month, and is for a later one", async () => {
    await tell(JUNE, IMPRECISE);
    expect(await tell(JUNE, IMPRECISE)).toBe(0);
    expect(await tell(JUNE + 1, IMPRECISE)).toBe(1);
    expect((await told()).map(([, month]) => month)).toEqual(["2026-06", "2026-07"]);
  });

  it("tells of a month made anew only what it had not told", async () => {
    await tell(JUNE, IMPRECISE);
    expect(await tell(JUNE, { ...IMPRECISE, events: 4 })).toBe(1);
    expect((await told()).map(([, , says]) => says)).toEqual([
      "Red: 1 of 40 alerts with a known outcome came true, below the 30% asked for",
      "16.0 events expected, 4 came",
    ]);
  });
});

const SITES = 60;
const FIRST = parseMonth("2023-01");
const TRAINED_ON = 14;
const CALM = 6;

/** Building sites that let three in ten go every fourth month and take them on again, then no more. */
const share = (site: number, t: number) => (t < TRAINED_ON ? [1, 0.7, 0.8, 0.9][(t + site) % 4]! : 1);

const months = (from: number, to: number) =>
  csv(`${from}.csv`, [
    "统一社会信用代码,月份,用工人数",
    ...Array.from({ length: to - from }, (_, k) => from + k).flatMap((t) =>
      Array.from({ length: SITES }, (_, i) => {
        const people = Math.round((210 + 7 * (i % 40)) * share(i, t)) + ((i * 7 + t * 3) % 3);
        return `S${i},${formatMonth(FIRST + t)},${people}`;
      }),
    ),
  ]);

describe.each(oneDatabase())("a month run whose scorecard leaves a band, on $name", ({ open }) => {
  let db: Db;
  beforeAll(async () => {
    db = await emptyPlace(await open());
    await takeIn(db, months(0, TRAINED_ON), { publishedOn: "2024-03-05", today: "2024-03-05" });
    const vintage = (await vintageAsOf(db, "2024-03-06"))!;
    const order = { profile: wushan, detector: wushan.thresholds.detector, vintage, workers: 1, author: "test" };
    const signal = new AbortController().signal;
    const span = { from: FIRST, to: FIRST + TRAINED_ON - 1 };
    expect(await train(db, { ...order, ...span, signal, dryRun: false }, noProgress)).toMatchObject({ kept: true });
    await takeIn(db, months(TRAINED_ON, TRAINED_ON + CALM), { publishedOn: "2024-09-05", today: "2024-09-05" });
  });
  afterAll(() => db.close());

  it("tells the analysts of it, once: a model fitted on a time of falls foretells them where none come", async () => {
    const last = FIRST + TRAINED_ON + CALM - 1;
    for (let month = last - 5; month < last; month++) await runOn(db, month, { asOf: "2024-09-10" });
    const told = () =>
      db.query<{ desk: string; month: string; says: string }>(
        `select desk, about->>'month' as month, about->'headline'->>'en' as says from notice where kind = 'off-band' order by id`,
      );
    const { steps } = await runOn(db, last, { asOf: "2024-09-10" });
    const of = (await told()).filter(({ month }) => month === formatMonth(last));
    expect(of.map(({ desk }) => desk)).toEqual(of.map(() => ANALYSTS));
    expect(of.map(({ says }) => says)).toContainEqual(expect.stringMatching(/^\d+\.\d events expected, 0 came$/));
    expect(steps.get("judge")!.counts.told).toBe(of.length);
    await runOn(db, last, { asOf: "2024-09-11" });
    expect((await told()).filter(({ month }) => month === formatMonth(last))).toEqual(of);
  });
});
