import { industryDigits, sectionOf } from "./industry.ts";
import type { Profile, SizeLimits, SizeRule } from "./profile.ts";

export type SizeClass = "large" | "medium" | "small" | "micro";
export type SizeFact = keyof SizeLimits;

export interface SizeFacts {
  /** Persons; null when unknown. */
  readonly staff: number | null;
  /** 营业收入, 万元. */
  readonly revenue: number | null;
  /** 资产总额, 万元. */
  readonly assets: number | null;
}

/**
 * missing: these facts decide and are unknown ("industry": the code is too coarse, such as 70 for 701 or 702).
 * not-covered: the rule has no limits for this industry (finance, education, health).
 */
export type SizeResult =
  | { readonly kind: "classified"; readonly size: SizeClass; readonly rule: SizeRule }
  | { readonly kind: "missing"; readonly size: null; readonly missing: readonly (SizeFact | "industry")[] }
  | { readonly kind: "not-covered"; readonly size: null };

const FACTS: readonly SizeFact[] = ["staff", "revenue", "assets"];
const GRADES = ["large", "medium", "small"] as const;

/**
 * 统计上大中小微型企业划分办法（2017）, 国统字〔2017〕213号: large, medium and small must reach ALL lower limits (inclusive),
 * otherwise one grade down; micro is the rest. A fact that cannot change the answer may be missing.
 */
export function sizeClass(profile: Profile, industry: string, facts: SizeFacts): SizeResult {
  return gradeBy(sizeRuleOf(profile, industry), facts);
}

/** The line of the size rules for an industry: "missing" when its code is too coarse to choose one, "not-covered" when there is none. */
export function sizeRuleOf(profile: Profile, industry: string): SizeRule | "missing" | "not-covered" {
  const digits = industryDigits(profile, industry);
  const section = sectionOf(profile, industry) ?? "";
  const rule = profile.sizeRules.find((r) => r.industries.some((code) => covers(code, digits, section)));
  if (rule) return rule;
  const coarse = profile.sizeRules.some((r) => r.industries.some((code) => isFiner(code, digits, section, profile)));
  return section === "" || coarse ? "missing" : "not-covered";
}

/** The grade by a line that sizeRuleOf found. */
export function gradeBy(rule: ReturnType<typeof sizeRuleOf>, facts: SizeFacts): SizeResult {
  if (rule === "missing") return { kind: "missing", size: null, missing: ["industry"] };
  if (rule === "not-covered") return { kind: "not-covered", size: null };
  for (const grade of GRADES) {
    const limits = rule[grade];
    if (FACTS.some((fact) => reaches(facts[fact], limits[fact]) === false)) continue;
    const missing = FACTS.filter((fact) => reaches(facts[fact], limits[fact]) === null);
    if (missing.length > 0) return { kind: "missing", size: null, missing };
    return { kind: "classified", size: grade, rule };
  }
  return { kind: "classified", size: "micro", rule };
}

/** Whether an enterprise is large. null: not known for want of `missing`, or, with none, because the rule has no line for its industry. */
export interface LargeResult {
  readonly large: boolean | null;
  readonly missing: readonly (SizeFact | "industry")[];
}

/** For those who ask no more: one limit that is not reached is enough to say no. */
export function isLargeBy(rule: ReturnType<typeof sizeRuleOf>, facts: SizeFacts): LargeResult {
  if (rule === "missing") return { large: null, missing: ["industry"] };
  if (rule === "not-covered") return { large: null, missing: [] };
  const reached = FACTS.map((fact) => reaches(facts[fact], rule.large[fact]));
  if (reached.includes(false)) return { large: false, missing: [] };
  const missing = FACTS.filter((_, i) => reached[i] === null);
  return { large: missing.length > 0 ? null : true, missing };
}

/** null: the limit counts and the fact is unknown. */
function reaches(value: number | null, limit: number | undefined): boolean | null {
  if (limit === undefined) return true;
  return value === null ? null : value >= limit;
}

const covers = (code: string, digits: string, section: string): boolean =>
  code === "" || code === section || (digits !== "" && digits.startsWith(code));

/** Whether a rule's code lies below the enterprise's: then its industry is known too coarsely to choose a rule. */
function isFiner(code: string, digits: string, section: string, profile: Profile): boolean {
  return digits === "" ? sectionOf(profile, code) === section : code.startsWith(digits);
}
