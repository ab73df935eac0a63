import { describe, expect, it } from "vitest";
import { type Form, formSums } from "../../models/forms.ts";

const form = (changes: Partial<Form>): Form => ({
  ...{ headcount: 10, previous: 10, hired: null, departed: null, nextMonth: null, reductionType: null, reasons: [] },
  ...changes,
});

function factsOf(...forms: readonly Partial<Form>[]) {
  const sums = formSums();
  for (const one of forms) sums.add(form(one));
  return sums.facts();
}

describe("hires and departures", () => {
  it("are added where they meet the change of the headcount", () => {
    // 10 → 13 by 5 hired and 2 departed; 20 → 15 by 0 and 5. 5 − 7 = −2 = 3 − 5.
    const two = factsOf(
      { headcount: 13, previous: 10, hired: 5, departed: 2 },
      { headcount: 15, previous: 20, hired: 0, departed: 5 },
    );
    expect(two.movements).toEqual({ enterprises: 2, hired: 5, departed: 7, change: -2, differing: 0, apart: 0 });
  });

  it("that do not meet it are counted and left out, so that the sums keep adding up", () => {
    // 10 → 13 is 3, and 5 − 1 is 4; 10 → 9 is −1, and 0 − 3 is −3.
    const apart = factsOf(
      { headcount: 13, hired: 5, departed: 1 },
      { headcount: 9, hired: 0, departed: 3 },
      { headcount: 11, hired: 1, departed: 0 },
    );
    expect(apart.movements).toEqual({ enterprises: 1, hired: 1, departed: 0, change: 1, differing: 2, apart: 3 });
  });

  it.each<[string, Partial<Form>]>([
    ["only one of the two", { hired: 3 }],
    ["no report last month", { hired: 3, departed: 1, previous: null }],
  ])("say nothing with %s", (_, one) => {
    expect(factsOf(one).movements).toBeNull();
  });
});

describe("reasons", () => {
  it("count an enterprise's loss at its type and first reason, and at each further reason once", () => {
    const facts = factsOf(
      { headcount: 4, reductionType: 3, reasons: [4, 8, 8, 10] },
      { headcount: 7, reductionType: 3, reasons: [10] },
      { headcount: 12, reductionType: 5, reasons: [7] }, // it grew
      { headcount: 9 }, // it fell and said nothing
    );
    expect(facts.reductions).toEqual({
      types: [{ term: 3, enterprises: 2, people: 9 }],
      reasons: [
        { term: 4, enterprises: 1, people: 6 },
        { term: 10, enterprises: 1, people: 3 },
      ],
      further: [
        { term: 8, enterprises: 1, people: 6 },
        { term: 10, enterprises: 1, people: 6 },
      ],
    });
  });
});

it("estimates are added beside the headcounts of those who made them", () => {
  expect(factsOf({ nextMonth: 8 }, { headcount: 5, nextMonth: 6 }, {}).nextMonth).toEqual({
    ...{ enterprises: 2, persons: 15, estimate: 14 },
  });
  expect(factsOf({}).nextMonth).toBeNull();
});
