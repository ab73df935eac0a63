import { Readable } from "node:stream";
import { dayOf } from "../../models/instant.ts";
import type { Profile } from "../../models/profile.ts";
import { reachOf } from "../../models/rights/reach.ts";
import type { Db } from "../../src/db/db.ts";
import type { Person } from "../../src/db/people/person.ts";
import type { Delivery } from "../../src/sources/delivery.ts";
import type { ImportOrder } from "../import-order.ts";
import { withCorrections } from "./correction-mapping.ts";
import { rowReach } from "./row-reach.ts";

export interface Place {
  readonly db: Db;
  readonly profile: Profile;
  readonly clock: () => number;
}

/** The source that files from people come under: the first the profile names. */
export const peopleSource = (profile: Profile): string => Object.keys(profile.mappings)[0] ?? "";

/** How a file of somebody's is imported: as the county's own, and only the rows that person may hand in. */
export async function orderFor(
  tx: Db,
  { profile, clock }: Omit<Place, "db">,
  by: Person,
  publishedOn: string | null,
): Promise<ImportOrder> {
  const source = peopleSource(profile);
  const today = dayOf(clock());
  const reach = await rowReach(tx, profile, reachOf(by, "import"), today);
  return {
    ...{ profile, source, mappings: withCorrections(profile.mappings[source] ?? []), today, by: by.account },
    publishedOn: publishedOn ?? today,
    ...(reach ? { reach } : {}),
  };
}

export const deliveryOf = (name: string, bytes: Uint8Array): Delivery => ({
  name,
  size: bytes.length,
  open: async () => Readable.from([Buffer.from(bytes)], { objectMode: false }),
});
