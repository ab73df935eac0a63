import type { FactKind, FactUnit } from "../../models/policy/fact-kind.ts";
import type { Code } from "./codes.ts";
import { isNothing, readBoolean, readNumber } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import type { Params } from "./wording.ts";

/** What a cell says of a fact, or what is wrong with it. */
export type ReadValue = { readonly value: number } | { readonly code: Code; readonly params: Params };

interface Bounds {
  readonly most: number;
  readonly digits: number;
}

const MONTHS_OF_YEAR = 12;
/** Fifty years: longer than any fund lasts. */
const MOST_MONTHS = 600;

const BOUNDS: Readonly<Record<Exclude<FactUnit, "yes-no">, Bounds>> = {
  persons: { most: LIMITS.headcount.value, digits: 0 },
  "person-months": { most: LIMITS.headcount.value * MONTHS_OF_YEAR, digits: 0 },
  months: { most: MOST_MONTHS, digits: 1 },
  yuan: { most: LIMITS.amount.value, digits: 2 },
};

/** The place's line of a list holds how many are on it, whatever the list's unit. */
export function readFactValue(kind: FactKind, ofPlace: boolean, raw: string): ReadValue {
  if (isNothing(raw)) return { code: "value-missing", params: {} };
  if (ofPlace && kind.subject === "enterprise") return bounded(kind, BOUNDS.persons, raw);
  if (kind.unit === "yes-no") {
    const said = readBoolean(raw);
    return said === null ? unreadable(kind) : { value: said ? 1 : 0 };
  }
  const bounds = BOUNDS[kind.unit];
  const ofYear = kind.unit === "months" && kind.period === "year";
  return bounded(kind, ofYear ? { ...bounds, most: MONTHS_OF_YEAR } : bounds, raw);
}

function bounded(kind: FactKind, { most, digits }: Bounds, raw: string): ReadValue {
  const number = readNumber(raw)?.value;
  if (number === undefined) return unreadable(kind);
  if (number < 0 || number > most) return { code: "value-range", params: { fact: kind.name, most } };
  if (Number(number.toFixed(digits)) !== number) return { code: "value-decimals", params: { fact: kind.name, digits } };
  return { value: number };
}

const unreadable = (kind: FactKind): ReadValue => ({ code: "value-unreadable", params: { fact: kind.name } });
