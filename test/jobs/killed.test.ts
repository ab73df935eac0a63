import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, inject, it } from "vitest";
import { createDatabase } from "../../jobs/bench/temporary-postgres.ts";
import { STEPS } from "../../jobs/run/month-run.ts";
import { firstDay } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory, openPglite } from "../../src/db/pglite.ts";
import { openPostgres } from "../../src/db/postgres.ts";
import { fillCounty, leftBehind, runOn } from "../county.ts";

const CHILD = fileURLToPath(new URL("./killed-child.mjs", import.meta.url));
/** Between any two steps: after one is before the next, so "before" each of them and "after" the last is every place. */
const POINTS = [
  ...["pull", ...STEPS.map((step) => step.name)].map((step) => ({ step, when: "before" })),
  { step: STEPS.at(-1)!.name, when: "after" },
];

const folder = mkdtempSync(join(tmpdir(), "wengang-killed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const url = inject("postgres");
const databases: { name: string; where: () => Promise<string>; open: (where: string) => Promise<Db> }[] = [
  { name: "pglite", where: async () => join(folder, "data"), open: openPglite },
  ...(url ? [{ name: "postgres", where: () => createDatabase(url), open: openPostgres }] : []),
];

/** Runs a month in a process of its own; resolves to the signal that ended it. */
const runInChild = (where: string, month: number, step: string, when: string): Promise<string | null> => {
  const asOf = `${firstDay(month + 1).slice(0, 8)}10`;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [CHILD, where, String(month), asOf, step, when], (error, _stdout, stderr) =>
      error && !error.killed && error.signal == null ? reject(new Error(stderr)) : resolve(error?.signal ?? null),
    );
  });
};

const ENTERPRISES = 20;
const MONTHS = POINTS.length + 7;

/** What the same months leave behind when nothing is killed. */
async function undisturbed(): Promise<Record<string, unknown[]>> {
  const db = await openMemory();
  const { last } = await fillCounty(db, ENTERPRISES, MONTHS);
  for (let month = last - POINTS.length + 1; month <= last; month++) await runOn(db, month);
  const left = await leftBehind(db);
  await db.close();
  return left;
}

describe("a month run killed with SIGKILL between any two steps and started again", () => {
  const expected = undisturbed();

  it.concurrent.for(databases)(
    "leaves the same rows as one that was never killed, on $name",
    { timeout: 240_000 },
    async ({ where, open }, { expect }) => {
      const place = await where();
      let db = await open(place);
      const { last } = await fillCounty(db, ENTERPRISES, MONTHS);
      for (const [i, { step, when }] of POINTS.entries()) {
        const month = last - POINTS.length + 1 + i;
        await db.close();
        expect(await runInChild(place, month, step, when), `${when} ${step}`).toBe("SIGKILL");
        db = await open(place);
        await db.query("update lease set expires_at = '-infinity'"); // as if the dead holder's minute had passed
        await runOn(db, month);
      }
      expect(await leftBehind(db)).toEqual(await expected);
      await db.close();
    },
  );
});
