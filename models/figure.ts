import type { Comparison } from "./baseline.ts";
import type { Profile } from "./profile.ts";
import { type Text, text } from "./text.ts";

/**
 * sizeBand groups by headcount alone, size by the statistical size class (企业划型). An enterprise counts at every department
 * that answers for it, so departments do not add up to the place; all other dimensions do.
 */
export type Dimension = "place" | "sector" | "section" | "division" | "region" | "sizeBand" | "size" | "department";

/** Code of the group of enterprises whose industry, region or size is not known. A division is then its section and this: "C-". */
export const UNKNOWN = "-";

/** What adds up over groups: enterprises or persons, never null. Everything else in a Figure follows from these. */
export const COUNTS = [
  "reporting",
  "headcount",
  "matched",
  "entered",
  "enteredPeople",
  "left",
  "leftPeople",
  "silent",
  "silentPeople",
  "base",
  "current",
  "grossLoss",
  "grossGain",
  "down",
  "up",
  "flat",
  "dispatchReports",
  "dispatchPairs",
  "hiddenReports",
  "hiddenHeadcount",
] as const;

/**
 * Movement of employment in one group against one baseline. B is the baseline headcount of an enterprise, E this month's.
 * Comparisons stand on the matched sample (共同样本): enterprises with both. Persons and enterprises; rates are shares.
 * Sources: 失业动态监测 formulas; creation and destruction after Davis and Haltiwanger.
 */
export interface Figure extends Readonly<Record<(typeof COUNTS)[number], number>> {
  readonly dimension: Dimension;
  readonly code: string;
  /** The section of a division; otherwise null. */
  readonly parent: string | null;
  readonly baseline: Comparison;
  /** reporting: enterprises with a report this month. headcount: ΣE over them, matched or not. */
  readonly reporting: number;
  readonly headcount: number;
  /** entered: a report now, none at the baseline. left: closed since the baseline. silent: no report, not known to have closed. */
  readonly entered: number;
  readonly left: number;
  readonly silent: number;
  /** base ΣB, current ΣE, over the matched sample. */
  readonly base: number;
  readonly current: number;
  /** Net change Δ = ΣE − ΣB, persons. */
  readonly change: number;
  /** L = Σ max(B − E, 0), never netted; grossGain = Σ max(E − B, 0). */
  readonly grossLoss: number;
  readonly grossGain: number;
  /** R = Δ / ΣB. null: not computable (ΣB = 0); with matched = 0 there is no sample at all. */
  readonly rate: number | null;
  /** grossGain and grossLoss over the average of ΣB and ΣE; null when that average is 0. */
  readonly creation: number | null;
  readonly destruction: number | null;
  /** Enterprises of the matched sample with fewer, more, as many people. */
  readonly down: number;
  readonly up: number;
  readonly flat: number;
  /** 劳务派遣 persons this month over dispatchReports enterprises; null when none says. */
  readonly dispatch: number | null;
  /** Change against last month over the dispatchPairs that said both times; null when none did or the baseline is not "previous". */
  readonly dispatchChange: number | null;
  /** 隐性失业 persons this month over hiddenReports enterprises; null when none says. */
  readonly hidden: number | null;
  /** hidden ÷ this month's headcount of the enterprises that say (hiddenHeadcount), never the baseline's; null when not computable. */
  readonly hiddenRate: number | null;
}

const FIXED: Record<string, Text> = {
  "sector:1": text("第一产业", "Primary sector"),
  "sector:2": text("第二产业", "Secondary sector"),
  "sector:3": text("第三产业", "Tertiary sector"),
  "sector:-": text("产业未明", "Sector unknown"),
  "section:-": text("行业未明", "Industry unknown"),
  "division:-": text("行业未明", "Industry unknown"),
  "region:-": text("区划未明", "Region unknown"),
  "size:large": text("大型", "Large"),
  "size:medium": text("中型", "Medium"),
  "size:small": text("小型", "Small"),
  "size:micro": text("微型", "Micro"),
  "size:not-covered": text("不划型行业", "Industry without size classes"),
  "size:-": text("资料不全未划型", "Not classified, facts missing"),
  "department:-": text("主管部门未明", "Department unknown"),
};

/** What a group is called. A code the profile does not know is shown as it is. */
export function figureName(profile: Profile, dimension: Dimension, code: string): Text {
  const fixed = FIXED[`${dimension}:${code}`];
  if (fixed) return fixed;
  if (dimension === "sizeBand") return sizeBandName(profile.sizeBands, Number(code));
  if (dimension === "place" || dimension === "region") return regionName(profile, code);
  if (dimension === "department") return profile.departments.find((d) => d.code === code)?.name ?? text(code, code);
  const section = code.endsWith(UNKNOWN) ? code.slice(0, -UNKNOWN.length) : null;
  const name = profile.industries.find((i) => i.code === (section ?? code))?.name ?? text(code, code);
  return section === null ? name : text(`${name.zh}（大类未明）`, `${name.en} (division unknown)`);
}

function regionName(profile: Profile, code: string): Text {
  const region = profile.regions.find((r) => r.code === code);
  return region?.name ?? (code === profile.place ? profile.title : text(code, code));
}

function sizeBandName(bands: readonly number[], from: number): Text {
  const next = bands[bands.indexOf(from) + 1];
  if (next === undefined) return text(`${from}人及以上`, `${from} and more`);
  return text(`${from}—${next - 1}人`, `${from}–${next - 1}`);
}
