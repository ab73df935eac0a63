import type { Comparison } from "../../models/baseline.ts";
import { type Dimension, UNKNOWN } from "../../models/figure.ts";
import { type Membership, SIZE_GROUPS } from "../../models/membership.ts";
import type { Panel } from "../../models/panel.ts";
import type { Industry, Profile } from "../../models/profile.ts";
import { scopeKey } from "../../models/report-scope.ts";
import { sizeBands } from "./columns.ts";

/** What an enterprise's row is in one number, so that danfo groups by it: its departments, its region and one thing more. */
export interface CellList {
  readonly keys: Int32Array;
  /** Scopes that a cell belongs to, and the groups it counts in. */
  read(key: number): { readonly scopes: readonly string[]; readonly groups: readonly Group[] };
}

interface Group {
  readonly dimension: Dimension;
  readonly code: string;
}

export interface Counting {
  readonly panel: Panel;
  readonly profile: Profile;
  readonly membership?: Membership;
}

/** Each row's industry and size class beside departments and region. */
export function tradeCells(counting: Counting): CellList {
  const { panel, profile, membership } = counting;
  const sizes = SIZE_GROUPS.length;
  return placer(counting)(
    (profile.industries.length + 1) * sizes,
    (r) => (panel.industry[r]! + 1) * sizes + (membership?.size[r] ?? 0),
    (i) => [
      ...industryGroups(profile, Math.floor(i / sizes) - 1),
      ...(membership ? [{ dimension: "size" as const, code: SIZE_GROUPS[i % sizes]! }] : []),
    ],
  );
}

/** Each row's size band, which every comparison has its own of, beside departments and region. */
export function bandCells(counting: Counting, comparison: Comparison): CellList {
  const { panel, profile } = counting;
  const bands = sizeBands(panel, profile.sizeBands, comparison);
  return placer(counting)(
    profile.sizeBands.length,
    (r) => bands[r]!,
    (i) => [{ dimension: "sizeBand", code: String(profile.sizeBands[i]!) }],
  );
}

/** Departments and region alone. */
export const placeCells = (counting: Counting): CellList =>
  placer(counting)(
    1,
    () => 0,
    () => [],
  );

/** Makes a list of cells out of departments × region × `many` of something. */
function placer({ panel, profile, membership }: Counting) {
  const regions = profile.regions.length + 1;
  const deskOf = membership ? (r: number) => membership.desk[r]! : () => 0;
  return (many: number, of: (row: number) => number, groupsOf: (which: number) => readonly Group[]): CellList => ({
    keys: Int32Array.from(
      { length: panel.size },
      (_, r) => (deskOf(r) * regions + panel.region[r]! + 1) * many + of(r),
    ),
    read: (key) => {
      const place = Math.floor(key / many);
      const desk = membership?.desks[Math.floor(place / regions)] ?? [];
      const region = profile.regions[(place % regions) - 1]?.code ?? UNKNOWN;
      return {
        scopes: scopesOf(desk, region),
        groups: [...placeGroups(profile, desk, region), ...groupsOf(key % many)],
      };
    },
  });
}

const scopesOf = (desk: readonly string[], region: string): string[] => [
  "",
  ...desk.map((code) => scopeKey({ dimension: "department", code })),
  scopeKey({ dimension: "region", code: region }),
];

const placeGroups = (profile: Profile, desk: readonly string[], region: string): Group[] => [
  { dimension: "place", code: profile.place },
  { dimension: "region", code: region },
  ...desk.map((code) => ({ dimension: "department" as const, code })),
];

/** What an industry (a position in the profile's list, -1 unknown) counts as. */
function industryGroups(profile: Profile, industry: number): Group[] {
  const line: Industry[] = [];
  const above = (code: string | null) => profile.industries.find((one) => one.code === code);
  for (let node: Industry | undefined = profile.industries[industry]; node; node = above(node.parent)) line.push(node);
  const section = line.at(-1)?.code ?? UNKNOWN;
  const division = line.at(-2)?.code ?? (line.length === 0 ? UNKNOWN : section + UNKNOWN);
  const sector = line.find((node) => node.sector !== null)?.sector ?? UNKNOWN;
  return [
    { dimension: "section", code: section },
    { dimension: "division", code: division },
    { dimension: "sector", code: String(sector) },
  ];
}
