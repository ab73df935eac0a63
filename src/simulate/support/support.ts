import type { ApplicationRecord, FactRecord } from "../../../models/record.ts";
import type { History } from "../history.ts";
import type { Place } from "../place.ts";
import { randomOf } from "../random.ts";
import type { Traits } from "../traits.ts";
import { drawClaims, type FalseClaim } from "./claims.ts";
import { livedYears } from "./lived-year.ts";
import { drawYear, toRecords } from "./year-facts.ts";

/** What support policies ask of one enterprise, and what it applied for. */
export interface Support {
  readonly facts: readonly FactRecord[];
  readonly applications: readonly ApplicationRecord[];
  /** Among the applications, those that claim people who never came. */
  readonly falseClaims: readonly FalseClaim[];
}

const NOTHING: Support = { facts: [], applications: [], falseClaims: [] };

/** Streams of their own, far from the enterprises', so that what happens to an enterprise is the same with support or without. */
const STREAMS = 1 << 30;

/** The whole years of an enterprise as the bureau's tables have them; nothing where the profile asks for nothing. */
export function supportOf(
  place: Place,
  { number, industry }: Traits,
  codeAt: (t: number) => string,
  history: History,
): Support {
  const { facts: kinds } = place.profile;
  if (kinds.length === 0) return NOTHING;
  const random = randomOf(place.seed, STREAMS + number);
  const years = livedYears(place, history).map((year) => {
    const code = codeAt(year.t + 11);
    const values = drawYear(random, industry, year);
    return {
      facts: toRecords(code, year.year, values, kinds),
      ...drawClaims(place, random, code, year, history),
    };
  });
  return {
    facts: years.flatMap(({ facts }) => facts),
    applications: years.flatMap(({ applications }) => applications),
    falseClaims: years.flatMap(({ falseClaims }) => falseClaims),
  };
}
