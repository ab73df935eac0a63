import { describe, expect, it } from "vitest";
import { instantOn } from "../../../models/instant.ts";
import type { Owed } from "../../../models/joint/owed.ts";
import { type DutyFacts, dutyFacts } from "../../../reports/dispatch/duties.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";
import { dispatchAgain } from "../../../src/recount/told/dispatch-again.ts";

const profile = loadProfile("wushan");
const asOf = "2026-01-10";
const at = (day: string) => instantOn(day);
const one = (desk: string, due: string, metAt: string | null): Owed => ({
  ...{ duty: "visit", desk: `department:${desk}`, subject: "1号 木材厂", due: at(due) },
  metAt: metAt === null ? null : at(metAt),
});

/** miit: in time, late, overdue, not due; land: one overdue. */
const owed: readonly Owed[] = [
  one("miit", "2026-01-05", "2026-01-04"),
  one("miit", "2026-01-05", "2026-01-06"),
  one("miit", "2026-01-08", null),
  one("miit", "2026-01-20", null),
  one("land", "2026-01-07", null),
];

const told = (duties: DutyFacts) => {
  const total = { open: 0, levels: [], opened: 0, late: 0, silent: 0 };
  return { departments: [], total, levels: [], duties };
};
const cells = async (duties: DutyFacts) => {
  const found = await dispatchAgain({ asOf, profile, open: [], silent: [], owed }, told(duties));
  return found.map(({ cell }) => cell);
};

describe("the second count of what desks owe", () => {
  const duties = dutyFacts({ owed, asOf, profile });
  const [first] = duties.desks.filter(({ notDue }) => notDue === 1);
  const spoilt = (change: Partial<typeof first>): DutyFacts => ({
    ...duties,
    desks: duties.desks.map((desk) => (desk === first ? { ...desk, ...change } : desk)),
  });

  it("agrees with what is printed", async () => {
    expect(first).toMatchObject({ inTime: 1, late: 1, overdue: 1, notDue: 1 });
    expect(await cells(duties)).toEqual([]);
  });

  it.each(["inTime", "late", "overdue", "notDue"] as const)(
    "stops at one wrong cell and names it: %s",
    async (what) => {
      expect(await cells(spoilt({ [what]: 2 }))).toEqual([`duties/${first!.desk.zh}/${what}`]);
    },
  );

  it("names a wrong share, a desk left out, and an item missing from those overdue", async () => {
    expect(await cells(spoilt({ share: 0.5 }))).toEqual([`duties/${first!.desk.zh}/share`]);
    expect(await cells({ ...duties, desks: duties.desks.filter((desk) => desk !== first) })).toEqual([
      `duties/${first!.desk.zh}/listed`,
    ]);
    expect(await cells({ ...duties, overdue: duties.overdue.slice(1) })).toEqual(["duties/overdue"]);
  });
});
