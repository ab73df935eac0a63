import type { PolicyVariant, Share } from "../../../../models/policy/policy.ts";
import type { PolicyRule } from "../../../../models/policy/rule.ts";
import { text } from "../../../../models/text.ts";
import type { Origin } from "../../../../models/threshold.ts";
import {
  fundReserve,
  notAbnormal,
  notDishonest,
  notZombie,
  paidInFull,
  type Reduction,
  reduction,
  shares,
  whoRefunded,
} from "./refund-rules.ts";
import { COUNTY_FORMULA, STATE_2025 } from "./refund-sources.ts";
import { ENTERPRISE, entity, operating } from "./who.ts";

/** One line of the refund's table: where and when, how much may be lost, and which shares come back. */
export interface RefundLine {
  readonly code: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly source: Origin;
  readonly premiumYear?: number;
  readonly reduction: Reduction;
  /** Percent of small and medium enterprises, and of large ones. */
  readonly shares: readonly [number, number];
  readonly atMost?: true;
  /** What it says beside. raised: up to 90 and 50 % where the fund could pay for a year. */
  readonly asks?: readonly ("paid-in-full" | "fund-reserve" | "not-abnormal")[];
  readonly raised?: true;
  readonly onlyEnterprises?: true;
}

const DISPATCH = text(
  "劳务派遣单位所得资金归实际用工单位，谁用工谁受益",
  "what a dispatch agency gets belongs to the enterprises where its people work",
);

/** Percents of the State Council's raise of July 2025. */
const RAISED = [90, 50] as const;

export function refundVariant(line: RefundLine): PolicyVariant {
  const { code, place, from: validFrom, to: validTo, source, premiumYear } = line;
  return {
    ...{ code, place, validFrom, validTo, source, caveat: DISPATCH },
    ...(premiumYear === undefined ? {} : { premiumYear }),
    rules: rulesOf(line),
    amount: { kind: "share", base: { fact: "premiums-paid", when: "premium-year" }, shares: sharesOf(line) },
  };
}

/** A national document sets no formula: the county's stands in, and says so. */
function rulesOf({ place, from, source, reduction: lost, asks = [], onlyEnterprises }: RefundLine): PolicyRule[] {
  const since = from.slice(0, 7);
  const asked = (what: (typeof asks)[number], rule: PolicyRule) => (asks.includes(what) ? [rule] : []);
  return [
    operating,
    onlyEnterprises ? entity([ENTERPRISE], [], source) : whoRefunded(source),
    ...asked("paid-in-full", paidInFull(source, since)),
    reduction(lost, place === "" ? COUNTY_FORMULA : source, since),
    ...asked("fund-reserve", fundReserve(source, since)),
    notDishonest,
    notZombie,
    ...asked("not-abnormal", notAbnormal(source)),
  ];
}

function sharesOf({ from, source, shares: percents, atMost, raised }: RefundLine): Share[] {
  const since = from.slice(0, 7);
  const usual = shares(percents, source, since, atMost ? { atMost } : {});
  if (!raised) return usual;
  const when = [fundReserve(STATE_2025, since)];
  return [...shares(RAISED, STATE_2025, since, { when, atMost: true }), ...usual];
}
