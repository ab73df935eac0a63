import type { Text } from "../text.ts";
import type { Origin, Threshold } from "../threshold.ts";
import type { FactRef } from "./occasion.ts";
import type { PolicyRule } from "./rule.ts";

export type Instrument = "refund" | "subsidy" | "loan" | "extension" | "wage-quota" | "bundle";

/** A support policy (扶持政策) as data. What applies where and when stands in its variants. */
export interface SupportPolicy {
  readonly code: string;
  readonly name: Text;
  readonly aliases?: readonly string[];
  readonly instrument: Instrument;
  /** Who may get it, in words. */
  readonly beneficiary: Text;
  /** The department that handles it. */
  readonly department: string;
  readonly variants: readonly PolicyVariant[];
  /** Set where people are claimed for as hired, so that a claim can be held against headcounts. */
  readonly hiring?: Hiring;
  /** A bundle pays these at once; it has no amount of its own. */
  readonly parts?: readonly SupportPolicy[];
}

/** One form of a policy: of a place, for a span of dates, both ends included. */
export interface PolicyVariant {
  readonly code: string;
  /** The place's code begins with this; "" holds everywhere. The most precise one in force applies. */
  readonly place: string;
  readonly validFrom: string;
  /** null: the document sets no end. */
  readonly validTo: string | null;
  readonly source: Origin;
  /** The year whose premiums and headcounts count; left out, the year before the date. */
  readonly premiumYear?: number;
  /** All must hold. */
  readonly rules: readonly PolicyRule[];
  readonly amount: AmountFormula;
  /** What the document leaves to others and no rule here can tell. */
  readonly caveat?: Text;
}

/** A share of a sum, a sum of counts times prices, a standard that only the place knows, or something that is no sum of money. */
export type AmountFormula =
  | { readonly kind: "share"; readonly base: FactRef; readonly shares: readonly Share[] }
  | { readonly kind: "sum"; readonly terms: readonly Term[] }
  | { readonly kind: "local"; readonly standard: Text; readonly supplier: Text }
  | { readonly kind: "terms"; readonly says: Text; readonly limit?: Threshold }
  | { readonly kind: "parts" };

/** The first whose conditions hold applies. */
export interface Share {
  readonly when: readonly PolicyRule[];
  /** Percent of the base. */
  readonly percent: Threshold;
  /** The document gives a ceiling and not the share itself. */
  readonly atMost?: true;
}

/** A count times a price. */
export interface Term {
  readonly name: Text;
  readonly quantity: readonly FactRef[];
  /** The first whose conditions hold applies. */
  readonly prices: readonly Price[];
}

export interface Price {
  readonly when: readonly PolicyRule[];
  /** Yuan for each one counted. */
  readonly price: Threshold;
}

/** When people who are claimed for must have come, before the application. */
export interface Hiring {
  /** Months of contributions to be completed: they came at least so many months before. */
  readonly insuredMonths: Threshold;
  /** Months before those in which they may have come. */
  readonly window: Threshold;
}
