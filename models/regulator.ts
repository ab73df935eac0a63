import { industryDigits, sectionOf } from "./industry.ts";
import type { Profile, Regulation } from "./profile.ts";

/** Who answers for an enterprise on a date. Raw codes are welcome: a regulation may be finer than the industry tree (726). */
export interface Regulated {
  readonly industry: string | null;
  readonly ownership: string | null;
}

/**
 * Department codes, the first being the main owner: the longest regulation that fits the industry (several departments may
 * share it), then the owner by ownership. A regulation of industry "" fits every enterprise, so that nobody is left
 * without an owner where the profile has one.
 */
export function regulatorsOf(profile: Profile, { industry, ownership }: Regulated, on: string): readonly string[] {
  const inForce = profile.regulations.filter((regulation) => holdsOn(regulation, on));
  const kind = ownership === null ? null : resolveOwnership(profile, ownership);
  const byOwnership = inForce.filter((r) => r.ownership !== undefined && r.ownership === kind);
  return [...new Set([...longestOf(profile, inForce, industry ?? ""), ...byOwnership].map((r) => r.department))];
}

/** The profile's ownership code for a code or name as a source writes it ("110", "国有企业", "国有"), or null. */
export function resolveOwnership(profile: Profile, raw: string): string | null {
  const value = raw.normalize("NFKC").replace(/\s/g, "");
  const byCode = profile.ownerships.find(({ code }) => code === value);
  return (byCode ?? profile.ownerships.find(({ name }) => short(name.zh) === short(value)))?.code ?? null;
}

const short = (name: string): string => name.replace(/(?:企业|公司)$/, "");

function longestOf(profile: Profile, regulations: readonly Regulation[], industry: string): readonly Regulation[] {
  const digits = industryDigits(profile, industry);
  const section = sectionOf(profile, industry);
  const lengths = regulations.map((r) => matchLength(r, digits, section));
  const longest = Math.max(-1, ...lengths);
  return longest < 0 ? [] : regulations.filter((_, i) => lengths[i] === longest);
}

/** How many characters of the industry the regulation names; a letter counts less than two digits. -1 when it does not fit. */
function matchLength({ industry }: Regulation, digits: string, section: string | null): number {
  if (industry === undefined) return -1;
  if (industry === "" || industry === section) return industry.length;
  return digits !== "" && digits.startsWith(industry) ? industry.length : -1;
}

const holdsOn = ({ validFrom, validTo }: Regulation, on: string): boolean =>
  (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
