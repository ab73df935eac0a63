import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import { isSimulated } from "../../../src/db/batch.ts";
import type { Db } from "../../../src/db/db.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { testDatabases } from "../../databases.ts";

/** A database as version 0.1 left it: the first migration, and one delivery of each kind. */
async function asItWas(db: Db): Promise<void> {
  const sql = await readFile(new URL("../../../src/db/migrations/001_spine.sql", import.meta.url), "utf8");
  for (const statement of sql.split(/;\s*$/m)) if (statement.replace(/--.*$/gm, "").trim()) await db.query(statement);
  await db.query(
    "create table schema_migration (name text primary key, applied_at timestamptz not null default now())",
  );
  await db.query("insert into schema_migration (name) values ('001_spine.sql')");
  for (const kind of ["register", "headcount", "event"]) {
    await db.query(
      `insert into batch (source, kind, name, sha256, size_bytes, published_on, imported_by, verdict,
         rows_read, rows_accepted, rows_quarantined, rows_warned)
       values ('county', $1, $1, $1, 1, '2025-04-05', 'test', 'accepted', 1, 1, 0, 0)`,
      [kind],
    );
  }
  await db.query("insert into publication (batch_id, published_on, rows) select id, published_on, 1 from batch");
  await db.query(
    "insert into register (enterprise_id, published_on, batch_id, name) values (1, '2025-04-05', 1, '模拟·甲')",
  );
  for (const month of ["2025-02", "2025-03"])
    await db.query(
      "insert into headcount (enterprise_id, month, published_on, batch_id, headcount) values (1, $1, '2025-04-05', 2, 5)",
      [parseMonth(month)],
    );
  await db.query(
    "insert into event (enterprise_id, kind, occurred_on, published_on, batch_id) values (1, 'closure', '2025-01-31', '2025-04-05', 3)",
  );
}

describe.each(testDatabases())("a database of version 0.1 on $name", ({ open }) => {
  it("learns which deliveries were simulated and which months each publication speaks of", async () => {
    const db = await open();
    await asItWas(db);
    expect(await migrate(db)).toContain("002_intake.sql");
    expect(await isSimulated(db, { batch: 1, publishedOn: "2025-04-05" })).toBe(true);
    expect(await isSimulated(db, { batch: 1, publishedOn: "2025-04-04" })).toBe(false);
    expect(await db.query("select batch_id, first_month, last_month from publication order by batch_id")).toEqual([
      { batch_id: 1, first_month: null, last_month: null },
      { batch_id: 2, first_month: parseMonth("2025-02"), last_month: parseMonth("2025-03") },
      { batch_id: 3, first_month: parseMonth("2025-01"), last_month: parseMonth("2025-01") },
    ]);
    await db.close();
  });
});
