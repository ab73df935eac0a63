import { formatMonth, type Month, monthInChinese } from "../month.ts";
import type { Profile } from "../profile.ts";
import { type Text, text } from "../text.ts";
import type { FactKind } from "./fact-kind.ts";
import { HELD } from "./fact-kind.ts";

/** What is known about one enterprise and its place, to hold policies against. */
export interface PolicyFacts {
  readonly code: string;
  /** Code of the place, such as "500237": says which variants apply. */
  readonly place: string;
  /** First two characters of the 统一社会信用代码; null where codes are of another kind. */
  readonly entity: string | null;
  readonly ownership: string | null;
  /** Whether the size rule (企业划型) makes it large; null: it cannot say, for want of `sizeMissing`. */
  readonly large: boolean | null;
  /** Codes of fact kinds. */
  readonly sizeMissing: readonly string[];
  /** Last day in the register; null while it goes on. */
  readonly closedOn: string | null;
  /** Insured persons at the end of a month; a month that is not here was not reported. */
  readonly insured: ReadonlyMap<Month, number>;
  /** Imported values by factKey: the enterprise's own, and the place's. */
  readonly own: ReadonlyMap<string, number>;
  readonly ofPlace: ReadonlyMap<string, number>;
  readonly names: FactNames;
}

/** A fact kind with the name of the department that could supply it. */
export interface NamedFact {
  readonly kind: FactKind;
  readonly supplier: Text;
}

export type FactNames = ReadonlyMap<string, NamedFact>;

/** A fact that decides and is not there. */
export interface MissingFact {
  readonly fact: string;
  /** "2024", "2024-12"; null for what the register says. */
  readonly period: string | null;
  readonly name: Text;
  readonly supplier: Text;
}

export const factKey = (fact: string, period: string): string => `${fact} ${period}`;

/** The fact kinds of a profile by code. */
export function factNames({ facts, departments }: Pick<Profile, "facts" | "departments">): FactNames {
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  return new Map(
    facts.map((kind) => {
      const supplier = names.get(kind.suppliedBy);
      if (!supplier) throw new RangeError(`fact ${kind.code} names an unknown department ${kind.suppliedBy}`);
      return [kind.code, { kind, supplier }];
    }),
  );
}

/** Value of an imported fact in its unit; null when it is not known. One not on a list that has come in is 0. */
export function lookUp({ own, ofPlace, names }: PolicyFacts, fact: string, period: string): number | null {
  const { kind } = named(names, fact);
  const key = factKey(fact, period);
  if (kind.subject === "place") return ofPlace.get(key) ?? null;
  return own.get(key) ?? (kind.roster && ofPlace.has(key) ? 0 : null);
}

export function missingFact({ names }: PolicyFacts, fact: string, period: string | null): MissingFact {
  const { kind, supplier } = named(names, fact);
  return { fact, period, name: nameOn(kind, period), supplier };
}

/** The headcount of a month that was not reported. */
export const missingInsured = (facts: PolicyFacts, month: Month): MissingFact =>
  missingFact(facts, HELD.insured, formatMonth(month));

/** A fact's name with its period before it: 2024年实际缴纳失业保险费. */
export const nameOfFact = (facts: PolicyFacts, fact: string, period: string | null): Text =>
  nameOn(named(facts.names, fact).kind, period);

/** A county's enterprises ask for the same few names, so each is put together once. */
const NAMES = new WeakMap<FactKind, Map<string, Text>>();

function nameOn(kind: FactKind, period: string | null): Text {
  if (period === null) return kind.name;
  const known = NAMES.get(kind) ?? new Map<string, Text>();
  NAMES.set(kind, known);
  const name = known.get(period) ?? dated(kind.name, period);
  known.set(period, name);
  return name;
}

function dated(name: Text, period: string): Text {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  const zh = month ? monthInChinese(Number(month[1]) * 12 + Number(month[2]) - 1) : `${period}年`;
  return text(`${zh}${name.zh}`, `${name.en} (${period})`);
}

function named(names: FactNames, fact: string): NamedFact {
  const found = names.get(fact);
  if (!found) throw new RangeError(`no fact is called ${fact}; a profile lists its facts`);
  return found;
}
