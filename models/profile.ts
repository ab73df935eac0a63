import type { Acceptance } from "./acceptance.ts";
import type { Casework } from "./case/casework.ts";
import type { Correspondence } from "./correspondence.ts";
import type { EventGroup } from "./event-group.ts";
import type { FactKind } from "./policy/fact-kind.ts";
import type { SupportPolicy } from "./policy/policy.ts";
import type { RecordKind } from "./record.ts";
import type { Routing } from "./routing/route.ts";
import type { PasswordPolicy } from "./sign-in/password-policy.ts";
import type { Text } from "./text.ts";
import type { Origin, Threshold, ThresholdSet } from "./threshold.ts";

/** A code with its name, valid in a span of dates; undefined ends are open. */
export interface Named {
  readonly code: string;
  readonly name: Text;
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface Region extends Named {
  readonly parent: string | null;
  /** What the place is: county, town, street, park … */
  readonly kind: string;
}

/** A node of the industry tree: sections have no parent, divisions have a section. */
export interface Industry extends Named {
  readonly parent: string | null;
  /** 1, 2 or 3: which of the three sectors (三次产业); null when the scheme does not say. */
  readonly sector: 1 | 2 | 3 | null;
}

export interface Department extends Named {
  readonly role: "regulator" | "office" | "specialists" | "inspection" | "ownership" | "other";
}

/** Who regulates what: the longest matching industry code wins; an ownership entry adds a second owner. */
export interface Regulation {
  readonly department: string;
  readonly industry?: string;
  readonly ownership?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** An alert level, most severe first in the profile. Shape and word stand beside the colour, always. */
export interface Level extends Named {
  readonly numeral: string;
  readonly shape: string;
  readonly color: string;
}

/** A numbered term of a closed list, such as a reduction reason. Names with commas are one item. */
export interface Term {
  readonly id: number;
  readonly name: Text;
  /** What the desks do about people lost for it, as an order; absent: nothing particular. */
  readonly remedy?: Text;
  readonly aliases?: readonly string[];
}

export interface EventKind extends Named {
  /** Share of enterprises so reported on that have a large reduction within three months; absent: it foretells nothing. */
  readonly chance?: Threshold;
  /** Its name says on which side of the statutory line a layoff is; where that is not found it is called otherwise. */
  readonly line?: { readonly claims: "reached" | "below"; readonly otherwise: Text };
  /** The people it names are those who are to leave. */
  readonly announces?: true;
  readonly aliases?: readonly string[];
  /** How far along it is; absent: counted among all events only. */
  readonly group?: EventGroup;
  /** What the desks do about it, as an order; absent: nothing particular. */
  readonly remedy?: Text;
  /** The enterprise has ceased: once it no longer reports, it counts as closed, as the register would have it. */
  readonly ceases?: true;
  /** Seen by the service itself when an enterprise that reported before reports no more. */
  readonly silence?: true;
  readonly origin: Origin;
}

/** The fields a column can be mapped to, by record kind. */
export type Field =
  | "code"
  | "name"
  | "industry"
  | "region"
  | "ownership"
  | "revenue"
  | "assets"
  | "keyEnterprise"
  | "specialist"
  | "successor"
  | "successorKind"
  | "validFrom"
  | "validTo"
  | "publishedOn"
  | "month"
  | "headcount"
  | "dispatch"
  | "hidden"
  | "hired"
  | "departed"
  | "reductionType"
  | "reason1"
  | "reason2"
  | "reason3"
  | "nextMonth"
  | "kind"
  | "occurredOn"
  | "people"
  | "note"
  | "fact"
  | "period"
  | "value"
  | "policy"
  | "appliedOn"
  | "claimedPeople"
  | "claimedAmount"
  | "decidedOn"
  | "grantedAmount"
  | "outcome";

/** How one table of one source reads: which header is which field. */
export interface Mapping {
  /** none: a table known by its header that is not for import, such as the simulator's truth. */
  readonly kind: RecordKind | "none";
  /** long: one row an enterprise and month. wide: one row an enterprise, a column a month. */
  readonly layout: "long" | "wide";
  /** Field → the headers that may name it, compared without case, spaces or full-width differences. */
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** wide only: a regular expression with groups year and month that recognises a month's header. */
  readonly monthHeader?: string;
  /** Persons per unit of the file: 1, or 10000 when it counts 万人. */
  readonly unit?: number;
  /** Headers known and deliberately not read, so that they raise no "unknown column" warning. */
  readonly ignore?: readonly string[];
}

/** A table the month run pulls by itself. Secrets are named, never written here: the environment holds them. */
export type SourceConfig =
  | { readonly source: string; readonly kind: "file"; readonly path: string }
  | {
      readonly source: string;
      readonly kind: "http";
      readonly url: string;
      readonly tokenEnv?: string;
      readonly next?: string;
      readonly rows?: string;
    }
  | {
      readonly source: string;
      readonly kind: "sql";
      readonly urlEnv: string;
      readonly query: string;
      readonly name: string;
    };

export interface SizeRule {
  /** Industries it applies to: the codes that start with one of these. */
  readonly industries: readonly string[];
  readonly name: Text;
  /** Lower limits for large, medium and small; staff in persons, revenue and assets in 万元. */
  readonly large: SizeLimits;
  readonly medium: SizeLimits;
  readonly small: SizeLimits;
}

export interface SizeLimits {
  readonly staff?: number;
  readonly revenue?: number;
  readonly assets?: number;
}

/** Everything about a place, as data. */
export interface Profile {
  readonly name: string;
  readonly title: Text;
  /** The code of the place itself; the parent of its towns and streets. */
  readonly place: string;
  /** How enterprise codes are checked: 统一社会信用代码, or not at all. */
  readonly codeScheme: "uscc" | "own";
  readonly regions: readonly Region[];
  readonly industries: readonly Industry[];
  readonly ownerships: readonly Named[];
  readonly departments: readonly Department[];
  readonly regulations: readonly Regulation[];
  readonly correspondence: Correspondence;
  readonly routing: Routing;
  readonly casework: Casework;
  readonly levels: readonly Level[];
  readonly reductionTypes: readonly Term[];
  readonly reductionReasons: readonly Term[];
  readonly eventKinds: readonly EventKind[];
  readonly sizeRules: readonly SizeRule[];
  /** What support there is, with its dates (扶持政策), and the facts its rules ask for. */
  readonly policies: readonly SupportPolicy[];
  readonly facts: readonly FactKind[];
  /** Lower headcount limits of the size bands that peers are grouped by, ascending from 0. */
  readonly sizeBands: readonly number[];
  readonly thresholds: ThresholdSet;
  /** How many of the largest employers the "without the dominant enterprises" figures leave out. */
  readonly dominantEnterprises: Threshold;
  readonly calendar: {
    /** Day of the next month on which a month's data closes and its run is due. */
    readonly closeDay: Threshold;
    /** Whether Spring Festival moves headcounts, so that January and February are joined where compared. */
    readonly springFestival: boolean;
  };
  /** Source name → the tables it usually sends; the first mapping whose required columns are all there is used. */
  readonly mappings: Readonly<Record<string, readonly Mapping[]>>;
  readonly sources: readonly SourceConfig[];
  /** Who looks at a file handed in on the data page before it counts (审核). */
  readonly acceptance: Acceptance;
  /** What is asked of passwords here. */
  readonly passwords: PasswordPolicy;
}
