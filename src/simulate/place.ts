import type { Month } from "../../models/month.ts";
import type { Industry, Named, Profile, Region } from "../../models/profile.ts";
import { festivalAbsence, type SeasonName, seasonOf } from "./season.ts";
import { type Trade, tradeOf } from "./trade.ts";

/** The parts of a profile, and the calendar of the simulated months, that every enterprise draws from. */
export interface Place {
  readonly profile: Profile;
  readonly seed: number;
  readonly first: Month;
  readonly months: number;
  /** What the place is called in an enterprise's name: 巫山县 → 巫山. */
  readonly shortName: string;
  readonly towns: readonly Region[];
  readonly townWeights: readonly number[];
  readonly industries: readonly Industry[];
  readonly trades: readonly Trade[];
  readonly industryWeights: readonly number[];
  readonly ownerships: readonly Named[];
  readonly ownershipWeights: readonly number[];
  /** Share of festival travellers away at the end of each month. */
  readonly absence: readonly number[];
}

export function placeOf(profile: Profile, seed: number, first: Month, months: number): Place {
  const towns = leaves(
    profile.regions.filter((region) => region.code !== profile.place && region.validTo === undefined),
  );
  const industries = leaves(profile.industries);
  if (towns.length === 0) throw new RangeError(`profile ${profile.name} has no region below ${profile.place}`);
  if (industries.length === 0) throw new RangeError(`profile ${profile.name} has no industries`);
  const trades = industries.map((industry) => tradeOf(industry.code));
  return {
    profile,
    seed,
    first,
    months,
    shortName: shortName(profile),
    towns,
    townWeights: towns.map((_, rank) => 1 / (rank + 1.5)),
    industries,
    trades,
    industryWeights: trades.map((trade) => trade.weight),
    ownerships: profile.ownerships,
    ownershipWeights: profile.ownerships.map((ownership) => ownershipWeight(ownership.name.zh)),
    absence: Array.from({ length: months }, (_, t) =>
      profile.calendar.springFestival ? festivalAbsence(first + t) : 0,
    ),
  };
}

/** The season's course over the simulated months, for an enterprise that follows it this strongly. */
export const seasonCourse = (place: Place, season: SeasonName, strength: number): number[] =>
  Array.from({ length: place.months }, (_, t) => 1 + strength * (seasonOf(season, place.first + t) - 1));

function leaves<T extends { readonly code: string; readonly parent: string | null }>(nodes: readonly T[]): T[] {
  const parents = new Set(nodes.map((node) => node.parent));
  return nodes.filter((node) => !parents.has(node.code));
}

function shortName(profile: Profile): string {
  const own = profile.regions.find((region) => region.code === profile.place)?.name.zh ?? profile.title.zh;
  return own.length > 2 ? own.replace(/[县区市]$/, "") : own;
}

/** Most enterprises are private; the profile's names tell which. */
function ownershipWeight(name: string): number {
  if (/私营|民营|有限责任/.test(name)) return 20;
  if (/国有|集体|股份/.test(name)) return 2;
  return 1;
}
