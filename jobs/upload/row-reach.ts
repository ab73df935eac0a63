import type { Profile } from "../../models/profile.ts";
import { resolveRegion } from "../../models/region.ts";
import { regulatorsOf } from "../../models/regulator.ts";
import type { Reach } from "../../models/rights/reach.ts";
import type { Db } from "../../src/db/db.ts";
import { codesWithin } from "../../src/db/upload-step.ts";
import type { RowReach } from "../../src/intake/row-reach.ts";

/** Whose rows somebody may hand in: enterprises of their regions and departments, and new ones that will be; null: everybody's. */
export async function rowReach(tx: Db, profile: Profile, reach: Reach, today: string): Promise<RowReach | null> {
  if (reach.all) return null;
  const known = new Map((await codesWithin(tx, reach)).map(({ code, own }) => [code, own]));
  return {
    owns: (code) => known.get(code) ?? null,
    ownsNew: ({ industry, region, ownership }) => {
      const place = resolveRegion(profile, region, today);
      if (place !== null && reach.regions.includes(place)) return true;
      const departments = regulatorsOf(profile, { industry: industry || null, ownership: ownership || null }, today);
      return departments.some((code) => reach.departments.includes(code));
    },
  };
}
