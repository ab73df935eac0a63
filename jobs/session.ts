import { existsSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../models/problem.ts";
import type { Profile } from "../models/profile.ts";
import { text } from "../models/text.ts";
import type { Db } from "../src/db/db.ts";
import { migrate } from "../src/db/migrate.ts";
import { openPglite } from "../src/db/pglite.ts";
import { foundPlace, isOurs, placeProfile } from "../src/db/place.ts";
import { openPostgres } from "../src/db/postgres.ts";
import { keepThresholds } from "../src/db/threshold-set.ts";
import { loadProfile } from "../src/profiles/profiles.ts";

export interface Where {
  readonly database: string | undefined;
  readonly dataDir: string;
  /** The profile asked for; undefined takes the database's own, or wushan for a new one. */
  readonly profile: string | undefined;
}

/** An open database of a known place. */
export interface Session {
  readonly db: Db;
  readonly profile: Profile;
  /** Whether this call made the database what it is. */
  readonly founded: boolean;
}

const FIRST_PROFILE = "wushan";

/** Opens the database and the place's profile. `found` lets a writing command set up a new database by itself. */
export async function openSession(where: Where, found: boolean): Promise<Session> {
  if (where.profile) loadProfile(where.profile); // refused before anything is made for it
  if (!found && !where.database && !existsSync(join(where.dataDir, "pglite"))) throw nothingThere(where);
  const db = where.database ? await openPostgres(where.database) : await openPglite(where.dataDir);
  try {
    if (!found && !(await isOurs(db))) throw nothingThere(where);
    await migrate(db);
    const known = await placeProfile(db);
    if (known === null && !found) throw nothingThere(where);
    if (known !== null && where.profile && where.profile !== known) throw otherPlace(known, where.profile);
    const profile = loadProfile(known ?? where.profile ?? FIRST_PROFILE);
    if (known === null) await settle(db, profile);
    return { db, profile, founded: known === null };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function settle(db: Db, profile: Profile): Promise<void> {
  await db.transaction(async (tx) => {
    await foundPlace(tx, profile.name);
    await keepThresholds(tx, profile.thresholds, "profile", `first threshold set of profile ${profile.name}`);
  });
}

function nothingThere(where: Where): Problem {
  const place = where.database ? "--database" : where.dataDir;
  return new Problem(
    "no-data",
    "not-initialised",
    text(`${place} 中还没有稳岗预警的数据。`, `There is no Wengang database at ${place} yet.`),
    text(
      "请先执行 wengang init --profile wushan（或其他地区配置），或检查 --data-dir / --database。",
      "Run wengang init --profile wushan (or another profile) first, or check --data-dir / --database.",
    ),
  );
}

function otherPlace(known: string, asked: string): Problem {
  return new Problem(
    "usage",
    "profile-mismatch",
    text(
      `该数据库属于地区配置 ${known}，而命令指定了 ${asked}。`,
      `This database belongs to profile ${known}, but ${asked} was asked for.`,
    ),
    text(`请去掉 --profile，或换一个数据目录。`, "Leave --profile out, or use another data folder."),
  );
}
