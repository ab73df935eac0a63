import type { FactRecord } from "../../../models/record.ts";
import type { SimulatedCounty } from "../county.ts";
import { integer, randomOf } from "../random.ts";
import { publishedOn } from "./year-facts.ts";

/** A stream that no enterprise has. */
const PLACE_STREAM = -1;
/** Months that the unemployment fund could pay: below a year, as the low shares of Chongqing's refund of 2025 suggest. */
const RESERVE = [60, 110] as const;

export interface PlaceFacts {
  add(facts: readonly FactRecord[]): void;
  records(): FactRecord[];
}

/** The place's own lines: how long its fund could pay, and of each list that it has come in, with how many are on it. */
export function placeFacts({ profile, first, last, asOf, seed }: SimulatedCounty): PlaceFacts {
  const listed = new Map<string, number>();
  const rosters = profile.facts.filter(({ roster }) => roster);
  const years: number[] = [];
  for (let year = Math.ceil(first / 12); year * 12 + 11 <= last; year++) years.push(year);
  const key = (fact: string, period: string) => `${fact} ${period}`;
  const line = (fact: string, period: string, value: number, on: string): FactRecord => ({
    ...{ code: null, fact, period, value, publishedOn: on },
  });
  return {
    add(facts) {
      for (const { fact, period } of facts) listed.set(key(fact, period), (listed.get(key(fact, period)) ?? 0) + 1);
    },
    records() {
      const random = randomOf(seed, PLACE_STREAM);
      const records = years.flatMap((year) => {
        const period = String(year);
        const reserve = integer(random, ...RESERVE) / 10;
        const lists = rosters.map(({ code }) =>
          line(code, period, listed.get(key(code, period)) ?? 0, publishedOn(code, year)),
        );
        const asked = profile.facts.some(({ code }) => code === "fund-reserve-months");
        return [...lists, ...(asked ? [line("fund-reserve-months", `${year}-12`, reserve, `${year + 1}-01-09`)] : [])];
      });
      return records.filter((record) => record.publishedOn! <= asOf);
    },
  };
}
