import type { Db } from "../db.ts";

/** Changes with everything that is delivered: registers say who belongs to whom. */
export async function deliveriesSeen(tx: Db): Promise<string> {
  // Both, because deliveries that come at once may be seen in another order than they were numbered.
  const [row] = await tx.query<{ seen: string }>("select count(*) || '-' || coalesce(max(id), 0) as seen from batch");
  return row!.seen;
}
