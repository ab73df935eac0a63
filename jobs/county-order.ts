import type { Profile } from "../models/profile.ts";
import type { SimulatedCounty } from "../src/simulate/county.ts";
import type { ImportOrder } from "./import-order.ts";

/** How a simulated county's files are taken in: as the county's own, on the day they would have been drawn. */
export function countyOrder(profile: Profile, county: SimulatedCounty): ImportOrder {
  const { asOf } = county;
  const mappings = profile.mappings.county ?? [];
  return { profile, source: "county", mappings, publishedOn: asOf, today: asOf, by: "simulation" };
}
