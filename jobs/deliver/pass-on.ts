import type { Profile } from "../../models/profile.ts";
import { deskKey } from "../../models/routing/desk.ts";
import type { Db } from "../../src/db/db.ts";
import { keepNotices, markNotices, type WaitingNotice } from "../../src/db/notice.ts";

/** The desk that hears what no other can be told. */
export const fallbackDesk = ({ routing }: Profile): string => deskKey({ kind: "department", code: routing.fallback });

/** Gives notices that cannot reach their desk to the fallback, and says so with both. Returns how many. */
export async function passOn(
  tx: Db,
  notices: readonly WaitingNotice[],
  profile: Profile,
  reason: string,
): Promise<number> {
  const desk = fallbackDesk(profile);
  const passed = notices.map(({ id: _, ...notice }) => ({
    ...{ ...notice, desk, at: new Date(notice.at).toISOString() },
    ...{ key: `${notice.key}>${desk}`, routes: [...notice.routes, `instead-of:${notice.desk}`] },
  }));
  await keepNotices(tx, passed);
  await markNotices(
    tx,
    notices.map(({ id }) => ({ id, state: "suppressed" as const, reason })),
  );
  return notices.length;
}
