import type { Profile, Region } from "./profile.ts";

/** A region that was dissolved or renumbered says which code continues it. */
export interface ReplacedRegion extends Region {
  readonly successor: string;
}

/** What a short name leaves out: 高唐 for 高唐街道, 红椿乡 for 红椿土家族乡. */
const KIND = /(?:土家族|苗族|回族|藏族|彝族|[一-龥]族)*(?:街道办事处|街道|镇|乡)(?:人民政府)?$/;
/** Places written before a town: 重庆市巫山县庙宇镇. */
const PLACES_BEFORE = /^.*(?:省|市|自治区|县|区)(?=..)/;

/**
 * The code of the profile's region that a raw value names, or null. Accepts a code, a longer code below it (a village's
 * twelve digits), a name, a name with places before it, or a short name without 镇, 乡 or 街道; two candidates are none.
 * With a date, a code no longer valid then leads to its successor, and one without a successor to null. The place itself
 * (巫山县) is no region of its own: null.
 */
export function resolveRegion(profile: Profile, raw: string, on?: string): string | null {
  const value = raw.normalize("NFKC").replace(/\s/g, "");
  const index = indexOf(profile);
  const code = byCode(index, value) ?? byName(index, value);
  return code === null || on === undefined ? code : validOn(index, code, on);
}

/** Whether a raw value names the place itself, by code or name, with places before it or without: 500237, 重庆市巫山县. */
export function isWholePlace(profile: Profile, raw: string): boolean {
  const value = squeeze(raw.normalize("NFKC"));
  const own = profile.regions.find((region) => region.code === profile.place)?.name;
  const names = [profile.title, ...(own ? [own] : [])].flatMap(({ zh, en }) => [squeeze(zh), squeeze(en)]);
  return value === profile.place || names.includes(value) || names.includes(value.replace(PLACES_BEFORE, ""));
}

interface RegionIndex {
  /** One code can have several rows with spans of their own. */
  readonly byCode: ReadonlyMap<string, readonly Region[]>;
  /** Full names and short names; null where two regions share one. */
  readonly names: ReadonlyMap<string, string | null>;
}

const INDEXES = new WeakMap<Profile, RegionIndex>();

function indexOf(profile: Profile): RegionIndex {
  const known = INDEXES.get(profile);
  if (known) return known;
  const index = { byCode: rowsByCode(profile.regions), names: namesOf(profile.regions) };
  INDEXES.set(profile, index);
  return index;
}

function rowsByCode(regions: readonly Region[]): Map<string, Region[]> {
  const rows = new Map<string, Region[]>(regions.map(({ code }) => [code, []]));
  for (const region of regions) rows.get(region.code)!.push(region);
  return rows;
}

/** A full name always wins over another region's short one. */
function namesOf(regions: readonly Region[]): Map<string, string | null> {
  const names = new Map<string, string | null>();
  const add = (name: string, code: string) => names.set(name, (names.get(name) ?? code) === code ? code : null);
  for (const { code, name } of regions) add(stemOf(name.zh), code);
  for (const { code, name } of regions) for (const full of [squeeze(name.zh), squeeze(name.en)]) names.set(full, code);
  return names;
}

function byCode({ byCode: known }: RegionIndex, value: string): string | null {
  if (known.has(value)) return value;
  if (!/^\d+$/.test(value)) return null;
  for (let length = value.length - 1; length > 0; length--) {
    if (known.has(value.slice(0, length))) return value.slice(0, length);
  }
  return null;
}

function byName({ names }: RegionIndex, value: string): string | null {
  const local = value.replace(PLACES_BEFORE, "");
  const candidates = [value, local, stemOf(value), stemOf(local)];
  const name = candidates.find((candidate) => names.has(candidate));
  return name === undefined ? null : names.get(name)!;
}

/** 平乡 must not become 平: a stem has at least two characters. */
function stemOf(name: string): string {
  const stem = squeeze(name).replace(KIND, "");
  return stem.length >= 2 ? stem : squeeze(name);
}

const squeeze = (name: string): string => name.replace(/\s/g, "");

function validOn({ byCode: known }: RegionIndex, first: string, on: string): string | null {
  const seen = new Set<string>();
  let code: string | undefined = first;
  while (code !== undefined && !seen.has(code)) {
    const rows: readonly Region[] = known.get(code) ?? [];
    if (rows.some((row) => holdsOn(row, on))) return code;
    seen.add(code);
    code = rows.find(isReplaced)?.successor;
  }
  return null;
}

const isReplaced = (region: Region): region is ReplacedRegion => "successor" in region;

const holdsOn = ({ validFrom, validTo }: Region, on: string): boolean =>
  (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
