import type { Movements } from "../../models/account/peer-place.ts";
import type { Profile } from "../../models/profile.ts";
import type { Db } from "../../src/db/db.ts";
import { movementsBySection } from "../../src/db/movements.ts";
import type { Run } from "../../src/db/run.ts";

/** What a section's enterprises reported in a run's month and the month before; null for a section without any. */
export type SectionMovements = (run: Run, section: string) => Promise<Movements | null>;

/** Reads the whole place once a run: one pass over hundreds of thousands of rows, for everybody who asks meanwhile and after. */
export function sectionMovements(db: Db, profile: Profile): SectionMovements {
  let kept: { readonly run: number; readonly sections: Promise<ReadonlyMap<string, Movements>> } | null = null;
  return async (run, section) => {
    if (kept?.run !== run.id) kept = { run: run.id, sections: read(run) };
    return (await kept.sections).get(section) ?? null;
  };

  async function read(run: Run): Promise<ReadonlyMap<string, Movements>> {
    try {
      return await db.transaction((tx) => movementsBySection(tx, profile, run.month));
    } catch (error) {
      kept = null; // to be read anew by the next who asks
      throw error;
    }
  }
}
