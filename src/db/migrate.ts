import { readdir, readFile } from "node:fs/promises";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Db } from "./db.ts";

const FOLDER = new URL("./migrations/", import.meta.url);
/** Any number, only ours: makes two processes that start together migrate one after the other. */
const ADVISORY_LOCK = 5_002_371;

/** Brings the schema up to date; each migration is one transaction. Returns the names applied. */
export async function migrate(db: Db): Promise<string[]> {
  await db.transaction(async (tx) => {
    await lockMigrations(tx);
    await tx.query(
      "create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())",
    );
  });
  const applied: string[] = [];
  for (const name of await migrationNames()) {
    const sql = await readFile(new URL(name, FOLDER), "utf8");
    if (await applyOnce(db, name, sql).catch(explainRights)) applied.push(name);
  }
  return applied;
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();
}

function applyOnce(db: Db, name: string, sql: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockMigrations(tx);
    const done = await tx.query("select 1 from schema_migration where name = $1", [name]);
    if (done.length > 0) return false;
    for (const statement of statements(sql)) await tx.query(statement);
    await tx.query("insert into schema_migration (name) values ($1)", [name]);
    return true;
  });
}

/** Making a role, or becoming a member of one, is the only thing here that an owner of the database may not be allowed. */
function explainRights(error: unknown): never {
  if ((error as { code?: string } | null)?.code !== "42501") throw error;
  const problem = new Problem(
    "database",
    "role-missing",
    text(
      "数据库用户无权建立只读角色 wengang_desk，行级权限无法启用。",
      "The database user may not make the role wengang_desk, without which row-level security cannot work.",
    ),
    text(
      "请由数据库管理员执行：create role wengang_desk nologin; grant wengang_desk to 本系统所用用户; 然后重试。",
      "Have the database's administrator run: create role wengang_desk nologin; grant wengang_desk to OUR_USER; then try again.",
    ),
  );
  problem.cause = error;
  throw problem;
}

const lockMigrations = (tx: Db) => tx.query("select pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);

/** Our migrations end each statement with a semicolon at a line's end; none has one inside a body. */
function statements(sql: string): string[] {
  return sql
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/--.*$/gm, "").trim() !== "");
}
