import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noticeOfScorecard } from "../../jobs/run/scorecard-notice.ts";
import { JUDGING } from "../../models/judging/thresholds.ts";
import { type Month, parseMonth } from "../../models/month.ts";
import { BANDS } from "../../models/scorecard/bands.ts";
import { type Scorecard, scorecardOf } from "../../models/scorecard/scorecard.ts";
import type { Db } from "../../src/db/db.ts";
import { holdWaiting, waitingDesks } from "../../src/db/notice.ts";
import { wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { emptyPlace } from "../takes.ts";

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
