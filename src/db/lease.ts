import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Db } from "./db.ts";

/** The right to run one thing, for a while. The fence grows with every new holder, so a late writer is known. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly fence: number;
}

/**
 * Takes a lease that is free or expired; null when somebody else holds it. Time is the database's. On the embedded database
 * the folder's lock already proves that the holder is gone, so its lease is taken at once.
 */
export async function takeLease(db: Db, name: string, holder: string, seconds: number): Promise<Lease | null> {
  const [row] = await db.query<{ fence: number }>(
    `insert into lease (name, holder, fence, expires_at)
     values ($1, $2, 1, clock_timestamp() + make_interval(secs => $3))
     on conflict (name) do update
       set holder = excluded.holder, expires_at = excluded.expires_at, fence = lease.fence + 1
       where lease.expires_at < clock_timestamp() or $4
     returning fence`,
    [name, holder, seconds, db.kind === "pglite"],
  );
  return row ? { name, holder, fence: row.fence } : null;
}

/** Who holds a lease, for the person who finds it taken; null when nobody ever did. */
export async function leaseHolder(db: Db, name: string): Promise<string | null> {
  const [row] = await db.query<{ holder: string }>("select holder from lease where name = $1", [name]);
  return row?.holder ?? null;
}

/** Prolongs a lease still ours. @throws Problem "lease-lost" when another holder took it */
export async function renewLease(db: Db, lease: Lease, seconds: number): Promise<void> {
  const rows = await db.query(
    `update lease set expires_at = clock_timestamp() + make_interval(secs => $3)
     where name = $1 and fence = $2 returning name`,
    [lease.name, lease.fence, seconds],
  );
  if (rows.length === 0) throw lost(lease);
}

/**
 * Holds the lease row through the rest of the transaction, so that nobody can take it before our writes commit.
 * @throws Problem "lease-lost": then nothing of the transaction is written
 */
export async function fence(tx: Db, lease: Lease): Promise<void> {
  const rows = await tx.query("select 1 from lease where name = $1 and fence = $2 for update", [
    lease.name,
    lease.fence,
  ]);
  if (rows.length === 0) throw lost(lease);
}

/** Gives the lease up early; harmless when it is no longer ours. */
export async function releaseLease(db: Db, lease: Lease): Promise<void> {
  await db.query("update lease set expires_at = '-infinity' where name = $1 and fence = $2", [lease.name, lease.fence]);
}

function lost(lease: Lease): Problem {
  return new Problem(
    "database",
    "lease-lost",
    text(
      `任务 ${lease.name} 的执行权已被其他进程接管。`,
      `The right to run ${lease.name} has passed to another process.`,
    ),
    text(
      "无需处理：接管的进程会继续完成，本进程未写入任何数据。",
      "Nothing to do: the other process goes on, and this one wrote nothing.",
    ),
  );
}

/** Any number, only ours. */
const DECIDING = 5_002_372;

/** Whoever decides on alerts holds this until the transaction ends, so that a month run and an event are not judged at once. */
export async function holdDecisions(tx: Db): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1)", [DECIDING]);
}
