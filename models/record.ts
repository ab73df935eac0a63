import type { Month } from "./month.ts";

/** The kinds of table that come in from outside. */
export const RECORD_KINDS = ["headcount", "register", "event", "fact", "application", "industry"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One enterprise's monthly form. Only headcount is required; null everywhere else means "not reported", never 0. */
export interface HeadcountRecord {
  /** The enterprise's code as the source writes it: 统一社会信用代码, or the place's own code. */
  readonly code: string;
  readonly month: Month;
  /** 用工/参保人数, persons. */
  readonly headcount: number;
  /** Of which 劳务派遣, persons. */
  readonly dispatch: number | null;
  /** 隐性失业: on leave without work or stopped (停工留薪、放假), persons. */
  readonly hidden: number | null;
  readonly hired: number | null;
  readonly departed: number | null;
  /** 减少类型, the profile's term number; null when not reported. */
  readonly reductionType: number | null;
  /** Up to three 减少原因, the profile's term numbers, most important first. */
  readonly reasons: readonly number[];
  /** The enterprise's own estimate of next month's headcount, persons. */
  readonly nextMonth: number | null;
  /** The date this figure became known, "YYYY-MM-DD"; null takes the batch's date. */
  readonly publishedOn: string | null;
}

/** How an enterprise continues in another one. */
export type SuccessorKind = "merger" | "transfer" | "code-change";

/** One entry of the enterprise register. A later entry for the same code replaces it from its date on. */
export interface RegisterRecord {
  readonly code: string;
  readonly name: string | null;
  /** The industry code as written by the source; resolved by the profile. */
  readonly industry: string | null;
  readonly region: string | null;
  readonly ownership: string | null;
  /** 营业收入, 万元. */
  readonly revenue: number | null;
  /** 资产总额, 万元. */
  readonly assets: number | null;
  readonly keyEnterprise: boolean | null;
  readonly specialist: string | null;
  readonly successor: string | null;
  readonly successorKind: SuccessorKind | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly publishedOn: string | null;
}

/** A headcount published for a whole industry (optionally in one region); a check on the enterprises' sum. */
export interface IndustryRecord {
  readonly industry: string;
  readonly region: string | null;
  readonly month: Month;
  readonly headcount: number;
  readonly publishedOn: string | null;
}

/** Something that happened at an enterprise, whatever day: a layoff plan, arrears, stopped production … */
export interface EventRecord {
  readonly code: string;
  /** The profile's event kind. */
  readonly kind: string;
  readonly occurredOn: string;
  /** Persons concerned; null when unknown. */
  readonly people: number | null;
  readonly note: string | null;
  readonly publishedOn: string | null;
}

/** Something a support policy asks for that no headcount says, such as the premiums an enterprise paid in a year. Counts and sums only. */
export interface FactRecord {
  /** null: the line is the place's own. */
  readonly code: string | null;
  /** The profile's fact kind. */
  readonly fact: string;
  /** "2024" or "2024-12", as the kind has it. */
  readonly period: string;
  /** In the kind's unit; yes is 1 and no is 0. */
  readonly value: number;
  readonly publishedOn: string | null;
}

export type ApplicationOutcome = "granted" | "refused" | "withdrawn";

/** One application of an enterprise for a support policy; a later one of the same day says what became of it. */
export interface ApplicationRecord {
  readonly code: string;
  /** The profile's support policy. */
  readonly policy: string;
  readonly appliedOn: string;
  /** Persons claimed for; null when not said. */
  readonly claimedPeople: number | null;
  /** Yuan. */
  readonly claimedAmount: number | null;
  readonly decidedOn: string | null;
  /** Yuan. */
  readonly grantedAmount: number | null;
  /** null: not decided yet. */
  readonly outcome: ApplicationOutcome | null;
  readonly publishedOn: string | null;
}
