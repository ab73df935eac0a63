import { availableParallelism } from "node:os";
import { parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { closingDay } from "../../../models/replay/closing-day.ts";
import type { Role } from "../../../models/rights/roles.ts";
import { hashOf, newSecret } from "../../../src/auth/secret.ts";
import type { Db } from "../../../src/db/db.ts";
import { addPerson } from "../../../src/db/people/person.ts";
import { startSession } from "../../../src/db/people/session.ts";
import { scopeRest } from "../../../src/db/scope/enterprise-scope.ts";
import { noProgress } from "../../progress.ts";
import { runMonth } from "../../run/month-run.ts";
import { fillHistory } from "../fill.ts";

const LAST = parseMonth("2025-12");
const HISTORY = 36;
/** One enterprise in so many loses two fifths of its people in the last month, so that there is something to look at. */
const FALLS = 100;

/** A place of `enterprises` × 36 months whose last month was run. */
export async function fillPlace(db: Db, profile: Profile, enterprises: number): Promise<void> {
  await fillHistory(db, profile, enterprises, HISTORY, LAST);
  await db.query(
    `update headcount set headcount = headcount * 3 / 5 where month = ${LAST} and enterprise_id % ${FALLS} = 0 and headcount >= 20`,
  );
  const asOf = closingDay(LAST, profile.calendar.closeDay.value);
  const rest = { holder: "bench", workers: availableParallelism(), clock: Date.now, pull: async () => ({}) };
  await db.transaction((tx) => scopeRest(tx, profile, asOf));
  await runMonth(db, LAST, { profile, asOf, ...rest }, noProgress);
  await db.query("analyze");
}

/** Sessions of people of four desks, both factors shown; the secret of each. */
export async function signIn(db: Db, profile: Profile, size: number): Promise<string[]> {
  const roles: readonly Role[] = ["office", "regulator", "analyst", "township"];
  const departments = ["miit"];
  const regions = [profile.regions.find(({ parent }) => parent !== null)!.code];
  const secrets: string[] = [];
  for (let i = 0; i < size; i++) {
    const own = { roles: [roles[i % roles.length]!], departments, regions, specialist: null, ssoSubject: null };
    const made = { by: "bench", rights: "granted", now: Date.now() } as const;
    const person = (await addPerson(db, { account: `bench-${i}`, name: `甲${i}`, ...own }, made))!;
    const secret = newSecret();
    const session = { tokenHash: hashOf(secret), person, way: "password", secondFactor: true } as const;
    await startSession(db, { ...session, address: "127.0.0.1", agent: "bench" }, Date.now());
    secrets.push(secret);
  }
  return secrets;
}
