import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noProgress } from "../../jobs/progress.ts";
import { contextOf } from "../../jobs/run/context.ts";
import { gather } from "../../jobs/run/reports/gathered.ts";
import { leavingOut } from "../../jobs/run/reports/withheld.ts";
import type { Dimension } from "../../models/figure.ts";
import type { PrintedGroup } from "../../models/groups/printed-group.ts";
import { groupKey, printedGroups, type Sample, WITHOUT_DOMINANT } from "../../models/groups/printed-groups.ts";
import { parseMonth } from "../../models/month.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import { monthlyDocument } from "../../reports/monthly/document.ts";
import { periodDocument } from "../../reports/period/document.ts";
import type { PeriodFacts } from "../../reports/period/facts.ts";
import type { PeriodGroup } from "../../reports/period/group.ts";
import type { Db } from "../../src/db/db.ts";
import { reportFacts } from "../../src/db/report.ts";
import type { Run } from "../../src/db/run.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";
import { rank } from "../models/rank.ts";
import { tablesOf } from "../reports/formats/read-back.ts";
import { THROUGH } from "../reports/formats/through.ts";

/** Everything that everybody is sent about a month, and what who sends it knows. */
async function monthOf(db: Db, run: Run) {
  const kept = <Facts>(kind: string) => reportFacts<Facts>(db, { run: run.id, kind, scope: "" });
  const inside = await contextOf(db, run, { profile: wushan, workers: 1, progress: noProgress });
  const { panel, members, membership } = await db.transaction(async (tx) => {
    const context = inside(tx, `${run.asOf}T00:00:00Z`);
    const { panel, members } = await gather(context);
    return { panel, members, membership: (await context.figures(tx)).membership };
  });
  const monthly = (await kept<MonthlyFacts>("monthly"))!;
  const circulars = [(await kept<PeriodFacts>("quarterly"))!, (await kept<PeriodFacts>("annual"))!];
  return { panel, members, membership, monthly, circulars };
}

type Told = Omit<PrintedGroup, "key">;

/** Which groups a month prints and which it withholds, read from the facts of its reports; named are enterprises by code. */
function tablesOfMonth({ panel, membership, monthly, circulars }: Awaited<ReturnType<typeof monthOf>>) {
  const withheld = new Set(
    Object.entries(monthly.withheld)
      .filter(([dimension]) => dimension !== "division")
      .flatMap(([dimension, groups]) => groups.map(({ code }) => groupKey(dimension as Dimension, code))),
  );
  if (monthly.overall.previous.without === null) withheld.add(WITHOUT_DOMINANT);
  const hidden = new Set(monthly.withheld.division.map(({ code }) => groupKey("division", code)));
  const moved = [...monthly.outlook!.groups.section, monthly.outlook!.place].flatMap((one) => [
    ...one.losses,
    ...one.gains,
  ]);
  const named = new Set(moved.map(({ enterprise }) => panel.enterprise.indexOf(enterprise)));
  const groups = (samples: readonly Sample[]): PrintedGroup[] =>
    printedGroups(panel, leavingOut(wushan, monthly.dominant.enterprises), membership, samples).filter(
      ({ key }) => !hidden.has(key),
    );
  return { withheld, named, groups, circulars };
}

/** Withheld groups that follow from the printed ones for who knows some enterprises, by exact arithmetic. */
function foundOut(
  groups: readonly PrintedGroup[],
  withheld: ReadonlySet<string>,
  known: ReadonlySet<number>,
): string[] {
  const rows = [...new Set(groups.flatMap((group) => group.rows))].filter((row) => !known.has(row));
  const vector = ({ rows: own }: Told) => {
    const inside = new Set(own);
    return rows.map((row) => (inside.has(row) ? 1 : 0));
  };
  const printed = groups.filter(({ key }) => !withheld.has(key)).map(vector);
  const base = rank(printed);
  return groups.flatMap((group) => {
    const own = vector(group);
    const asked = withheld.has(group.key) && own.includes(1);
    return asked && rank([...printed, own]) === base ? [group.key] : [];
  });
}

/** Fewer than three that are not known, or one with more than 85 in a hundred of their persons. */
function tellsTooMuch({ rows, base, current }: Told, known: ReadonlySet<number>): boolean {
  const others = rows.filter((row) => !known.has(row));
  const one = [base, current].some((persons) => {
    const of = others.map((row) => persons[row]!);
    return Math.max(...of) > 0.85 * of.reduce((sum, count) => sum + count, 0);
  });
  return others.length > 0 && (others.length < 3 || one);
}

describe("all reports of one month about a county with few enterprises", () => {
  let db: Db;
  let month: Awaited<ReturnType<typeof monthOf>>;
  beforeAll(async () => {
    db = await oneDatabase()[0]!.open();
    await fillCounty(db, 150, 26);
    month = await monthOf(db, (await runOn(db, parseMonth("2025-12"))).run);
  }, 240_000);
  afterAll(() => db.close());

  it("withhold the same groups", () => {
    const { withheld, circulars } = tablesOfMonth(month);
    expect(withheld.size).toBeGreaterThan(5);
    for (const { without } of circulars) {
      expect(without === null).toBe(withheld.has(WITHOUT_DOMINANT));
      expect(without?.dimension ?? "place").toBe("place");
    }
    for (const { groups } of circulars)
      for (const dimension of ["region", "department", "section"] as const)
        for (const { code, figure } of groups[dimension])
          expect([code, figure === null]).toEqual([code, withheld.has(groupKey(dimension, code))]);
  });

  it("give no withheld number away to who puts the tables of any comparison together", () => {
    const { withheld, named, groups } = tablesOfMonth(month);
    for (const sample of ["reported", "previous", "quarter-start", "year-start"] as const)
      expect([sample, foundOut(groups([sample]), withheld, named)]).toEqual([sample, []]);
  });

  it("nor to who puts the tables of all comparisons together", () => {
    const { withheld, named, groups } = tablesOfMonth(month);
    expect(foundOut(groups(["reported", "previous", "quarter-start", "year-start"]), withheld, named)).toEqual([]);
  });

  // All but the dominant employers follow for whoever knows these, because the whole is printed whatever it tells.
  it("nor, of a few others' enterprises, to a department or township that has its own report as well", () => {
    const { withheld, named, groups } = tablesOfMonth(month);
    for (const scope of month.members.scopes.slice(1)) {
      const known = new Set([...named, ...month.members.rowsOf(scope)]);
      for (const sample of ["reported", "previous", "quarter-start", "year-start"] as const) {
        const tables = groups([sample]);
        const found = foundOut(tables, withheld, known).filter((key) => key !== WITHOUT_DOMINANT);
        const few = tables.filter(({ key, ...group }) => found.includes(key) && tellsTooMuch(group, known));
        expect([scope.code, sample, few.map(({ key }) => key)]).toEqual([scope.code, sample, []]);
      }
    }
  });

  it("say * in the tables of the monthly report, and draw, rank and foretell nothing of those groups", () => {
    const { monthly } = month;
    const document = monthlyDocument(monthly, "zh", null);
    const names = new Set(monthly.withheld.region.map(({ name }) => name.zh));
    expect(names.size).toBeGreaterThan(2);
    for (const { id, rows } of tablesOf(document))
      for (const { cells } of rows) {
        if (!names.has(cells[0]!.lines.flat()[0]!.text)) continue;
        expect(id).toBe("regions");
        for (const cell of cells.slice(1))
          expect([cell.number!.value, cell.lines.flat()[0]!.text]).toEqual([null, "*"]);
      }
    const charts = JSON.stringify(document.blocks.filter(({ kind }) => kind === "figure"));
    for (const name of names) expect(charts).not.toContain(name);
  });
});

describe("a circular about a county with few enterprises", () => {
  let db: Db;
  let facts: PeriodFacts;
  beforeAll(async () => {
    db = await oneDatabase()[0]!.open();
    await fillCounty(db, 60, 26);
    const { run } = await runOn(db, parseMonth("2025-12"));
    facts = (await reportFacts<PeriodFacts>(db, { run: run.id, kind: "quarterly", scope: "" }))!;
  }, 120_000);
  afterAll(() => db.close());

  const groups = () => [...facts.groups.region, ...facts.groups.department, ...facts.groups.section];

  it("tells no persons of a group of one or two, nor of those by which they could be found", () => {
    const hidden = groups().filter(({ figure }) => figure === null);
    expect(hidden.length).toBeGreaterThan(2);
    for (const { rank, lastYear } of hidden) expect([rank.change, lastYear]).toEqual([null, null]);
  });

  it("leaves as many parts of the whole open as it takes: never one alone, in towns and in industries", () => {
    for (const dimension of ["region", "section"] as const)
      expect(facts.groups[dimension].filter(({ figure }) => figure === null)).not.toHaveLength(1);
  });

  it("says * in every table and every format, and forecasts nothing of what is withheld", async () => {
    const document = periodDocument(facts, "zh", null);
    const names = new Set(groups().flatMap(({ name, figure }) => (figure === null ? [name.zh] : [])));
    const tables = tablesOf(document).filter(({ id }) => /^change-|^forecast-sections$/.test(id));
    expect(tables.length).toBeGreaterThan(2);
    for (const { id, rows } of tables)
      for (const [name, ...cells] of rows.map((row) => row.cells)) {
        if (!names.has(name!.lines.flat()[0]!.text)) continue;
        expect(id).not.toBe("forecast-sections");
        for (const cell of cells) expect([cell.number!.value, cell.lines.flat()[0]!.text]).toEqual([null, "*"]);
      }
    const found = await THROUGH.csv!(document, document);
    expect([...found.values()].filter((text) => text === "*").length).toBeGreaterThan(0);
  });

  it("has something under every heading where no group can be told at all", () => {
    const untold = (groups: readonly PeriodGroup[]) =>
      groups.map((group) => ({ ...group, figure: null, rank: { ...group.rank, change: null } }));
    const { region, department, section } = facts.groups;
    const groups = { region: untold(region), department: untold(department), section: untold(section) };
    const { blocks } = periodDocument({ ...facts, groups }, "zh", null);
    const bare = blocks.filter(
      ({ kind }, i) => kind === "heading" && ["heading", "annex"].includes(blocks[i + 1]!.kind),
    );
    expect(bare).toEqual([]);
  });

  it("draws and names none of them in its sentences and charts", () => {
    const { blocks } = periodDocument(facts, "zh", null);
    const charts = JSON.stringify(blocks.filter(({ kind }) => kind === "figure"));
    const [ranks] = blocks.flatMap((block) =>
      block.kind === "paragraph" && block.runs[0]!.text.includes("变动率")
        ? [block.runs.map(({ text }) => text).join("")]
        : [],
    );
    for (const { name, figure } of facts.groups.region.filter(({ figure: f }) => f === null)) {
      expect([figure, charts.includes(name.zh)]).toEqual([null, false]);
      expect(ranks ?? "").not.toContain(`${name.zh}增加`);
    }
  });
});
