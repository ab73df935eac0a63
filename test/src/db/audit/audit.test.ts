import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendAudit, verifyAudit } from "../../../../src/db/audit/audit.ts";
import { copyLine } from "../../../../src/db/copy.ts";
import type { Db } from "../../../../src/db/db.ts";
import { migrate } from "../../../../src/db/migrate.ts";
import { testDatabases } from "../../../databases.ts";
import { makeChain } from "./chains.ts";

const COLUMNS = ["position", "at", "actor", "action", "subject", "detail", "previous", "hash"];
const entry = (subject: string) => ({
  at: 1_750_000_000_123,
  actor: "a",
  action: "export" as const,
  subject,
  detail: { 重: "稳岗" },
});

describe.each(testDatabases())("the audit log on $name", ({ open }) => {
  let db: Db;
  beforeEach(async () => {
    db = await open();
    await migrate(db);
  });
  afterEach(() => db.close());

  it("grows, also under many writers at once, and goes with the transaction it tells of", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => db.transaction((tx) => appendAudit(tx, entry(`s${i}`)))));
    const undone = db.transaction(async (tx) => {
      await appendAudit(tx, entry("undone"));
      throw new Error("changed my mind");
    });
    await expect(undone).rejects.toThrow("changed my mind");
    const { rows, faults, end } = await verifyAudit(db);
    expect({ rows, faults, position: end.position }).toEqual({ rows: 20, faults: [], position: 20 });
  });

  it("refuses to be changed, cut or turned back", async () => {
    await appendAudit(db, entry("kept"));
    for (const sql of REFUSED) await expect(db.query(sql), sql).rejects.toThrow(/audit log/);
    expect((await verifyAudit(db)).faults).toEqual([]);
  });

  it("of 10,000 rows shows every tampering by somebody who can switch the triggers off", {
    timeout: 180_000,
  }, async () => {
    const chain = makeChain(10_000);
    await db.query("alter table audit disable trigger user");
    await db.query("alter table audit_head disable trigger user");
    await db.query("delete from audit");
    await db.bulkLoad(
      "audit",
      COLUMNS,
      chain.map((r) =>
        copyLine([
          r.position,
          new Date(r.at).toISOString(),
          r.actor,
          r.action,
          r.subject,
          r.detail,
          r.previous,
          r.hash,
        ]),
      ),
    );
    await db.query("update audit_head set position = $1, hash = $2", [10_000, chain.at(-1)!.hash]);
    expect((await verifyAudit(db)).faults).toEqual([]);
    for (const sql of TAMPERING) {
      const tampered = db.transaction(async (tx) => {
        await tx.query(sql);
        throw new Found((await verifyAudit(tx)).faults.length);
      });
      const found = await tampered.catch((error: unknown) => (error instanceof Found ? error.faults : error));
      expect(found, sql).toBeGreaterThan(0);
    }
    expect((await verifyAudit(db, chain[4999]!)).rows).toBe(5000);
  });
});

/** Undoes the tampering and tells what was found. */
class Found extends Error {
  readonly faults: number;
  constructor(faults: number) {
    super(`${faults} faults`);
    this.faults = faults;
  }
}

const REFUSED = [
  "update audit set actor = 'x' where position = 1",
  "delete from audit where position = 1",
  "truncate audit",
  "delete from audit_head",
  "update audit_head set position = 0",
  "update audit_head set position = position + 1",
];

const TAMPERING = [
  "update audit set at = at + interval '1 millisecond' where position = 1",
  "update audit set actor = 'x' where position = 10000",
  "update audit set action = 'x' where position = 5000",
  "update audit set subject = '' where position = 5001",
  "update audit set detail = '{}' where position = 42",
  "update audit set previous = hash where position = 43",
  "update audit set hash = previous where position = 44",
  "delete from audit where position = 1",
  "delete from audit where position = 5000",
  "delete from audit where position = 10000",
  "delete from audit where position > 9000",
  "delete from audit where position between 3000 and 3999",
  "delete from audit",
  "update audit set position = 20000 where position = 7",
  "update audit a set position = -1 where position = 1",
  `update audit a set actor = b.actor, action = b.action, subject = b.subject, detail = b.detail, at = b.at, previous = b.previous, hash = b.hash
   from audit b where a.position = 100 and b.position = 101`,
  `update audit a set subject = b.subject, detail = b.detail from audit b
   where (a.position = 200 and b.position = 201) or (a.position = 201 and b.position = 200)`,
  "insert into audit select 10001, at, actor, action, subject, detail, previous, hash from audit where position = 10000",
  "update audit_head set position = 9999",
  "update audit_head set hash = repeat('0', 64)",
  "delete from audit_head",
];
