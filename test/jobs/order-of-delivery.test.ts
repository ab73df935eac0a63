import { mkdtempSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countyOrder } from "../../jobs/county-order.ts";
import { importDeliveries } from "../../jobs/import.ts";
import { noProgress } from "../../jobs/progress.ts";
import { type Month, parseMonth } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { type SimulatedCounty, simulateCounty } from "../../src/simulate/county.ts";
import { writeCounty } from "../../src/simulate/write.ts";
import { leftBehind, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { seeded } from "../models/panels.ts";
import { csv, emptyPlace } from "../takes.ts";

/** A csv file's header and rows. */
interface Table {
  readonly name: string;
  readonly header: string;
  readonly rows: readonly string[];
}

const TABLES = ["register", "headcount", "industry", "events"];

async function tablesOf(county: SimulatedCounty): Promise<Table[]> {
  const folder = mkdtempSync(join(tmpdir(), "wengang-order-"));
  try {
    await writeCounty(county, folder);
    return TABLES.map((name) => {
      const [header, ...rows] = readFileSync(join(folder, `${name}.csv`), "utf8")
        .trimEnd()
        .split("\r\n");
      return undisputed({ name, header: header!, rows });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Where the order is the rule: of two headcounts of one enterprise, month and day the first in the file counts, and a
 * figure in 万人 is told by the one before it. Both are left out.
 */
function undisputed({ rows, ...table }: Table): Table {
  const persons = place(table.header, "用工人数");
  const columns = ["统一社会信用代码", "月份", "报送日期"].map((name) => place(table.header, name));
  if (columns.includes(-1)) return { ...table, rows };
  const keyed = rows
    .filter((row) => Number(row.split(",")[persons]) < 50_000)
    .map((row) => [columns.map((column) => row.split(",")[column]).join(), row] as const);
  return { ...table, rows: [...new Map(keyed.toReversed()).values()].toReversed() };
}

const place = (header: string, name: string): number => header.replace("\uFEFF", "").split(",").indexOf(name);

/** Rows in an order of chance. */
function shuffled({ rows, ...table }: Table, random: () => number): Table {
  const keys = rows.map((row) => [random(), row] as const);
  return { ...table, rows: keys.sort((a, b) => a[0] - b[0]).map(([, row]) => row) };
}

/** The same rows in `count` files. */
const cutInto = ({ name, header, rows }: Table, count: number): Table[] =>
  Array.from({ length: count }, (_, part) => ({
    ...{ name: `${name}-${part}`, header },
    rows: rows.filter((_, i) => i % count === part),
  }));

describe.each(testDatabases())("the same reports on $name", ({ open }) => {
  let county: SimulatedCounty;
  let tables: Table[];
  let month: Month;
  let plain: Awaited<ReturnType<typeof foundAfter>>;
  const opened: Db[] = [];
  beforeAll(async () => {
    county = simulateCounty({
      enterprises: 200,
      months: 18,
      seed: 7,
      lastMonth: parseMonth("2025-12"),
      profile: wushan,
    });
    tables = await tablesOf(county);
    month = county.last - 2;
    plain = await foundAfter(tables);
  });
  afterAll(async () => {
    for (const db of opened) await db.close();
  });

  /** What the run of the month leaves behind after these tables came in, in this order. */
  async function foundAfter(delivered: readonly Table[]) {
    const db = await emptyPlace(await open());
    opened.push(db);
    const files = delivered.map(({ name, header, rows }) => csv(`${name}.csv`, [header, ...rows]));
    await importDeliveries(db, files, countyOrder(wushan, county), noProgress);
    await runOn(db, month);
    const { scores, figures, alerts, decisions } = await leftBehind(db);
    return { scores, figures, alerts, decisions };
  }

  it("give the same scores, figures and alerts in whatever order and in however many files they come", async () => {
    const random = seeded(3);
    expect(plain.alerts.length, "alerts to compare").toBeGreaterThan(0);
    const [register, headcount, ...rest] = tables.map((table) => shuffled(table, random));
    expect(await foundAfter([register!, ...cutInto(headcount!, 3), ...rest])).toEqual(plain);
  });

  it("give the same scores, figures and alerts of a month whether or not later ones are there already", async () => {
    const known = tables.map((table) => before(table, month + 1));
    expect(known[1]!.rows.length).toBeLessThan(tables[1]!.rows.length);
    expect(await foundAfter(known)).toEqual(plain);
  });
});

/** The rows of months before one, and all rows of tables without months. */
function before({ header, rows, ...table }: Table, month: Month): Table {
  const column = place(header, "月份");
  const kept = column < 0 ? rows : rows.filter((row) => parseMonth(row.split(",")[column]!) < month);
  return { ...table, header, rows: kept };
}
