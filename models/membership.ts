import { UNKNOWN } from "./figure.ts";
import { resolveIndustry } from "./industry.ts";
import { lastDay } from "./month.ts";
import { GAP, type Panel } from "./panel.ts";
import type { Profile } from "./profile.ts";
import { regulatorsOf } from "./regulator.ts";
import { gradeBy, type SizeResult, sizeRuleOf } from "./size-class.ts";

/** What the register says of an enterprise beside its place in the trees; null is "not said". */
export interface RegisterFacts {
  /** The industry as the source wrote it, often finer than the profile's tree. */
  readonly industry: string | null;
  readonly ownership: string | null;
  /** 营业收入 and 资产总额, 万元. */
  readonly revenue: number | null;
  readonly assets: number | null;
}

/** Codes of the dimension "size": the four classes, industries without classes, and enterprises whose facts are missing. */
export const SIZE_GROUPS = ["large", "medium", "small", "micro", "not-covered", UNKNOWN] as const;

/** The size class and the departments of each row of a panel, as positions, so that threads can share them. */
export interface Membership {
  /** Position in SIZE_GROUPS. */
  readonly size: Uint8Array;
  /** Position in desks. */
  readonly desk: Int32Array;
  /** Every set of departments that occurs: codes, the main owner first; never empty. */
  readonly desks: readonly (readonly string[])[];
}

/** Months whose mean headcount stands for 从业人员 in the size class: the year's average, which one bad month does not move. */
const STAFF_MONTHS = 12;
const NOTHING: RegisterFacts = { industry: null, ownership: null, revenue: null, assets: null };

/** Facts are by enterprise id; an enterprise without any is placed by its industry and staff alone. */
export function membershipOf(panel: Panel, profile: Profile, facts: ReadonlyMap<number, RegisterFacts>): Membership {
  const size = new Uint8Array(new SharedArrayBuffer(panel.size));
  const desk = new Int32Array(new SharedArrayBuffer(panel.size * 4));
  const desks = deskTable(profile, lastDay(panel.month));
  const industryOf = industryAsWritten(panel, profile);
  const ruleOf = remembered((industry: string) => sizeRuleOf(profile, industry));
  for (let r = 0; r < panel.size; r++) {
    const known = facts.get(panel.enterprise[r]!) ?? NOTHING;
    const industry = industryOf(r, known.industry);
    const { revenue, assets } = known;
    size[r] = SIZE_GROUPS.indexOf(groupOf(gradeBy(ruleOf(industry), { staff: staffOf(panel, r), revenue, assets })));
    desk[r] = desks.place(industry, known.ownership);
  }
  return { size, desk, desks: desks.sets };
}

const groupOf = ({ kind, size }: SizeResult): (typeof SIZE_GROUPS)[number] =>
  size ?? (kind === "not-covered" ? kind : UNKNOWN);

/** Mean of the reports among the last twelve months; null when there is none. */
function staffOf({ headcount, width }: Panel, row: number): number | null {
  let sum = 0;
  let months = 0;
  for (let at = (row + 1) * width - 1; at >= row * width && at >= (row + 1) * width - STAFF_MONTHS; at--) {
    if (headcount[at] === GAP) continue;
    sum += headcount[at]!;
    months++;
  }
  return months === 0 ? null : sum / months;
}

/** The written industry where it names the one the enterprise is counted in; otherwise that one's own code, "" when unknown. */
function industryAsWritten({ industry }: Panel, profile: Profile): (row: number, written: string | null) => string {
  const resolved = remembered((written: string) => resolveIndustry(profile, written));
  return (row, written) => {
    const code = profile.industries[industry[row]!]?.code ?? "";
    return written !== null && resolved(written) === code ? written : code;
  };
}

/** Gives every set of departments a position, the first time it occurs. */
function deskTable(profile: Profile, on: string) {
  const sets: string[][] = [];
  const positions = new Map<string, number>();
  const owners = new Map<string | null, (industry: string) => number>();
  const find = (industry: string, ownership: string | null): number => {
    const codes = regulatorsOf(profile, { industry, ownership }, on);
    const departments = codes.length > 0 ? [...codes] : [UNKNOWN];
    const key = departments.join("\n");
    const position = positions.get(key) ?? sets.push(departments) - 1;
    positions.set(key, position);
    return position;
  };
  const place = (industry: string, ownership: string | null): number => {
    const known = owners.get(ownership) ?? remembered((one: string) => find(one, ownership));
    owners.set(ownership, known);
    return known(industry);
  };
  return { sets, place };
}

function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key)!;
  };
}
