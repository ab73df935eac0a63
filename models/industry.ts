import type { Industry, Profile } from "./profile.ts";

/** An optional section letter, then digits, dots allowed: "C2011", "20", "01.11", "222300". */
const CODE = /^([A-Z]?)(\d[\d.]*)/;

/**
 * The finest industry of the profile that a raw value names, or null. Accepts "C20", "20", "2011", "C2011", a six-digit
 * NACE code, a section letter, a code followed by its name, or a name. A letter that contradicts its digits names nothing:
 * one of the two is wrong, and the editions of GB/T 4754 move divisions between letters.
 */
export function resolveIndustry(profile: Profile, raw: string): string | null {
  const value = normalise(raw);
  const index = indexOf(profile);
  if (index.byCode.has(value)) return value; // whatever a place's own codes look like
  return index.names.get(value) ?? byCode(index, value);
}

/**
 * The digits of the industry as finely as they were written ("C7263农民工" → "7263"), for rules finer than the profile's tree;
 * the known code's digits when a name was written; "" when the value names no industry or only a section.
 */
export function industryDigits(profile: Profile, raw: string): string {
  const code = resolveIndustry(profile, raw);
  if (code === null) return "";
  const written = CODE.exec(normalise(raw))?.[2];
  return written?.replaceAll(".", "") ?? code.replace(/\D/g, "");
}

/** The industry a raw value names and everything above it, finest first; empty when it names none. */
export function industryChain(profile: Profile, raw: string): readonly string[] {
  const { byCode } = indexOf(profile);
  const chain: string[] = [];
  for (let code = resolveIndustry(profile, raw); code !== null; code = byCode.get(code)?.parent ?? null)
    chain.push(code);
  return chain;
}

/** The section (门类) an industry lies in; null when the value names no industry. */
export function sectionOf(profile: Profile, raw: string): string | null {
  const code = resolveIndustry(profile, raw);
  return code === null ? null : rootOf(indexOf(profile), code);
}

/**
 * Which of the three sectors (三次产业); null when unknown. Not decided by the letter: 05, 11 and 43 are services although
 * A, B and C are not (NBS division of the three sectors), so a bare letter A, B or C has no sector.
 */
export function sectorOf(profile: Profile, raw: string): 1 | 2 | 3 | null {
  const code = resolveIndustry(profile, raw);
  return code === null ? null : indexOf(profile).byCode.get(code)!.sector;
}

interface IndustryIndex {
  readonly byCode: ReadonlyMap<string, Industry>;
  readonly names: ReadonlyMap<string, string>;
}

const INDEXES = new WeakMap<Profile, IndustryIndex>();

function indexOf(profile: Profile): IndustryIndex {
  const known = INDEXES.get(profile);
  if (known) return known;
  const index = { byCode: new Map(profile.industries.map((i) => [i.code, i])), names: namesOf(profile.industries) };
  INDEXES.set(profile, index);
  return index;
}

/** A section and its only division can share a name (房地产业, 教育): the finer one wins. */
function namesOf(industries: readonly Industry[]): Map<string, string> {
  const coarseFirst = industries.toSorted((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
  return new Map(
    coarseFirst.flatMap(({ code, name }) => [
      [normalise(name.zh), code] as const,
      [normalise(name.zh).replace(/业$/, ""), code] as const,
      [normalise(name.en), code] as const,
    ]),
  );
}

function byCode({ byCode: known, ...index }: IndustryIndex, value: string): string | null {
  if (/^[A-Z]$/.test(value)) return known.has(value) ? value : null;
  const match = CODE.exec(value);
  if (!match) return null;
  const [, letter, digits] = match as unknown as [string, string, string];
  const finest = longestKnownPrefix(known, digits.replaceAll(".", ""));
  if (finest === null) return known.has(letter) ? letter : null;
  return letter === "" || rootOf({ byCode: known, ...index }, finest) === letter ? finest : null;
}

function longestKnownPrefix(known: ReadonlyMap<string, Industry>, digits: string): string | null {
  for (let length = digits.length; length > 0; length--) {
    if (known.has(digits.slice(0, length))) return digits.slice(0, length);
  }
  return null;
}

function rootOf(index: IndustryIndex, code: string): string {
  const parent = index.byCode.get(code)?.parent ?? null;
  return parent === null ? code : rootOf(index, parent);
}

const normalise = (raw: string): string => raw.normalize("NFKC").replace(/\s/g, "").toUpperCase();

/** Those that lie in no other (门类). */
export const sectionsOf = ({ industries }: Pick<Profile, "industries">): readonly Industry[] =>
  industries.filter(({ parent }) => parent === null);

/** An industry and all below it. */
export function withBelow(all: readonly Industry[], chosen: string): readonly string[] {
  const children = all.filter(({ parent }) => parent === chosen).flatMap((one) => withBelow(all, one.code));
  return [chosen, ...children];
}
