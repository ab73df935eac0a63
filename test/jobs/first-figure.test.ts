import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth, parseMonth } from "../../models/month.ts";
import { decisionsOf } from "../../src/db/alert.ts";
import type { Db } from "../../src/db/db.ts";
import { findingCounts } from "../../src/db/finding.ts";
import { latestRun } from "../../src/db/run.ts";
import { runOn } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { csv, emptyPlace, takeIn } from "../takes.ts";

const HEADER = "统一社会信用代码,月份,用工人数";
const FIRST = parseMonth("2025-01");
/** Ten times what they have: as found when a form's unit or digit was wrong once. */
const WRONG = [1200, 120, 119, 121, 120];

/** A month of 20 calm enterprises and one whose first figure was ten times too high. */
const table = (at: number) => {
  const month = formatMonth(FIRST + at);
  const calm = Array.from({ length: 20 }, (_, i) => `X${i},${month},${100 + 5 * i + ((at * (i + 3)) % 5)}`);
  return csv(`${month}.csv`, [HEADER, ...calm, `NEW,${month},${WRONG[at]}`]);
};

describe.each(testDatabases())("a first figure ten times too high on $name", ({ open }) => {
  let db: Db;
  beforeAll(async () => {
    db = await emptyPlace(await open());
    for (let at = 0; at < WRONG.length; at++) {
      await takeIn(db, table(at), { publishedOn: `2025-0${at + 2}-05` });
      await runOn(db, FIRST + at);
    }
  });
  afterAll(() => db.close());

  const codesIn = async (month: number) => {
    const run = await latestRun(db, month);
    return (await findingCounts(db, [], run!.id)).filter(({ code }) => code === "first-figure-doubted");
  };

  it("is named by the next month's run and by no run before", async () => {
    expect(await codesIn(FIRST)).toEqual([]);
    const [finding] = await codesIn(FIRST + 1);
    expect(finding!.message.zh).toContain("NEW（2025-01报1200，其后120）");
  });

  it("raises no alert in any month", async () => {
    for (let at = 0; at < WRONG.length; at++) {
      const run = await latestRun(db, FIRST + at);
      expect((await decisionsOf(db, run!.id)).filter(({ levelAfter }) => levelAfter !== null)).toEqual([]);
    }
  });

  it("is forgotten once that month is sent again as it was", async () => {
    await takeIn(db, csv("again.csv", [HEADER, "NEW,2025-01,120"]), { publishedOn: "2025-06-05" });
    await runOn(db, FIRST + 4);
    expect(await codesIn(FIRST + 4)).toEqual([]);
  });
});
