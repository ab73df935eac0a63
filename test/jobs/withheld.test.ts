import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { periodDocument } from "../../reports/period/document.ts";
import type { PeriodFacts } from "../../reports/period/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { reportFacts } from "../../src/db/report.ts";
import { fillCounty, runOn } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { tablesOf } from "../reports/formats/read-back.ts";
import { THROUGH } from "../reports/formats/through.ts";

describe("a circular about a county with few enterprises", () => {
  let db: Db;
  let facts: PeriodFacts;
  beforeAll(async () => {
    db = await testDatabases()[0]!.open();
    await fillCounty(db, 60, 26);
    const { run } = await runOn(db, parseMonth("2025-12"));
    facts = (await reportFacts<PeriodFacts>(db, { run: run.id, kind: "quarterly", scope: "" }))!;
  }, 120_000);
  afterAll(() => db.close());

  const groups = () => [...facts.groups.region, ...facts.groups.department, ...facts.groups.section];

  it("tells no persons of a group of one or two, nor of those by which they could be found", () => {
    const hidden = groups().filter(({ figure }) => figure === null);
    expect(hidden.length).toBeGreaterThan(2);
    for (const { figure } of groups())
      if (figure !== null) expect(figure.matched === 0 || figure.matched >= 3).toBe(true);
    for (const { rank, lastYear } of hidden) expect([rank.change, lastYear]).toEqual([null, null]);
  });

  it("leaves as many parts of the whole open as it takes: never one alone, in towns and in industries", () => {
    for (const dimension of ["region", "section"] as const)
      expect(facts.groups[dimension].filter(({ figure }) => figure === null)).not.toHaveLength(1);
  });

  it("leaves out the largest employers and nobody else where it speaks of the county without them", () => {
    const { without, whole, dominant } = facts;
    expect(without?.dimension).toBe("place");
    expect(whole.figure.matched - without!.matched).toBeLessThanOrEqual(dominant.enterprises);
    expect(without!.matched).toBeLessThan(whole.figure.matched);
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
