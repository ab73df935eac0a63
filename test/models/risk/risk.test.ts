import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventFact } from "../../../models/event-fact.ts";
import { firstDay, parseMonth } from "../../../models/month.ts";
import { contributionsOf } from "../../../models/risk/contributions.ts";
import { CROSS_FIT, crossFit, foldOf } from "../../../models/risk/cross-fit.ts";
import { fitEventBelief } from "../../../models/risk/event-belief.ts";
import { eventChance } from "../../../models/risk/event-chance.ts";
import { FEATURES } from "../../../models/risk/features.ts";
import { intervalOf, jobsAtRisk, riskOf, withEvents } from "../../../models/risk/foretell.ts";
import { HAZARD } from "../../../models/risk/hazard.ts";
import { compileModel } from "../../../models/risk/model.ts";
import type { RiskRows } from "../../../models/risk/rows.ts";
import { shippedModel } from "../../../models/risk/shipped.ts";
import { trainRisk } from "../../../models/risk/train.ts";

const shipped = compileModel(shippedModel);
const LINE = { people: 20, share: 0.1 };
const JUNE = parseMonth("2025-06");

/** Reported so many months before June 2025, on the first. */
const told = (kind: string, monthsAgo: number, people: number | null = null) =>
  eventFact({ kind, occurredOn: firstDay(JUNE - monthsAgo), people }, JUNE);

const BANDS = [0, 20, 50, 100, 250];

/** Deterministic noise in 0…1, so that the tests need no clock and no seed. */
const noise = (i: number) => ((Math.imul(i + 1, 2654435761) >>> 8) % 10_007) / 10_007;

/** Enterprises whose events come the more often the more they move. */
function madeUp(size: number, months = 8): RiskRows {
  const features = new Float32Array(size * FEATURES).map((_, i) => (i % FEATURES > 6 ? Number.NaN : noise(i * 7)));
  for (let r = 0; r < size; r++) features[r * FEATURES + 1] = Math.log(0.01 + 0.2 * noise(r * 13));
  return {
    size,
    features,
    outcome: Uint8Array.from({ length: size }, (_, r) => {
      const spread = Math.exp(features[r * FEATURES + 1]!);
      return noise(r * 31 + 5) < Math.min(0.6, spread * 2) ? 1 : 0;
    }),
    enterprise: Int32Array.from({ length: size }, (_, r) => 1 + Math.floor(r / months)),
    month: Int32Array.from({ length: size }, (_, r) => 24_000 + (r % months)),
    headcount: Int32Array.from({ length: size }, (_, r) => 20 + Math.floor(noise(r * 3) * 400)),
    lost: new Float32Array(size).fill(0.4),
  };
}

const settings = { ...HAZARD, ...CROSS_FIT, bands: BANDS, line: LINE, block: 1 };
const ordered = { name: "t", event: "large-reduction", place: { zh: "", en: "" }, vintage: null };

describe("the shipped model", () => {
  const anything = fc.array(fc.oneof(fc.constant(Number.NaN), fc.float({ min: -10, max: 10, noNaN: true })), {
    minLength: FEATURES,
    maxLength: FEATURES,
  });

  it("gives a probability strictly between 0 and 1 where the event can come, inside its interval, whatever is known", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 20, max: 100_000 }), (values, headcount) => {
        const risk = riskOf(shipped, Float32Array.from(values), 0, headcount);
        const { low, high } = intervalOf(shipped, risk)!;
        expect(risk).toBeGreaterThan(0);
        expect(risk).toBeLessThan(1);
        expect(low <= risk && risk <= high).toBe(true);
        expect(jobsAtRisk(shipped, risk, headcount)).toBeLessThanOrEqual(headcount);
      }),
    );
  });

  it("is explained by contributions that sum to its log-odds, calibration and reports among them, in their order", () => {
    const chance = fc.constantFrom(0, 0.3, 0.8);
    fc.assert(
      fc.property(anything, fc.integer({ min: 20, max: 100_000 }), chance, (values, headcount, listed) => {
        const features = Float32Array.from(values);
        const parts = contributionsOf(shipped, features, 0, headcount, listed);
        const sizes = parts.map(({ logOdds }) => Math.abs(logOdds));
        const sum = parts.reduce((total, { logOdds }) => total + logOdds, 0);
        const risk = withEvents(shipped.model, riskOf(shipped, features, 0, headcount), listed);
        expect(sum).toBeCloseTo(Math.log(risk / (1 - risk)), 6);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(parts.some(({ name }) => name === "events")).toBe(listed > 0);
      }),
    );
    expect(contributionsOf(shipped, new Float32Array(FEATURES), 0, 19, 0.8)).toEqual([]);
  });

  it("says nothing of an enterprise without staff", () => {
    expect(riskOf(shipped, new Float32Array(FEATURES), 0, 0)).toBeNaN();
  });

  it("is 0 where fewer people are employed than the event takes, whatever was reported, and certain of it", () => {
    const features = new Float32Array(FEATURES);
    expect(riskOf(shipped, features, 0, 19)).toBe(0);
    expect(riskOf(shipped, features, 0, 20)).toBeGreaterThan(0);
    expect(withEvents(shipped.model, 0, 0.8)).toBe(0);
    expect(intervalOf(shipped, 0, 0.8)).toEqual({ low: 0, high: 0 });
    expect(jobsAtRisk(shipped, 0, 19)).toBe(0);
  });

  it("comes by itself or by what was reported: 0.05 with a report that foretells 0.6 is 0.62", () => {
    expect(withEvents(shipped.model, 0.05, 0.6)).toBeCloseTo(1 - 0.95 * 0.4, 12);
    expect(withEvents(shipped.model, 0.05, 0)).toBeCloseTo(0.05, 12);
    expect(withEvents({ eventBelief: 0 }, 0.05, 0.6)).toBeCloseTo(0.05, 12);
    expect(withEvents({ eventBelief: 2 }, 0.05, 0.8)).toBeCloseTo(1 - 0.95 * 0.05, 12); // never surer than 95 %
  });

  it("has an interval around a risk by reports that tells how few reports its chance rests on", () => {
    const risk = withEvents(shipped.model, 0.02, 0.5);
    const { low, high } = intervalOf(shipped, risk, 0.5)!;
    // by hand: 1.2816 √(.5 × .5 / 11) = .193 either way of .5, and the little that the quiet risk adds
    expect(low).toBeLessThan(0.35);
    expect(low).toBeGreaterThan(0.3);
    expect(high).toBeGreaterThan(0.69);
    expect(high).toBeLessThan(0.8);
  });
});

describe("the chance by what was reported", () => {
  const line = { people: 20, share: 0.1 };
  const kinds = new Map([
    ["plan", { chance: 0.6, announces: true }],
    ["orders-lost", { chance: 0.1, announces: false }],
  ]);
  it("is that of the strongest report of the last three months, not their sum", () => {
    const lost = [told("orders-lost", 0), told("orders-lost", 1), told("plan", 3), told("unheard-of", 0)];
    expect(eventChance(lost, kinds, line, 100)).toBe(0.1);
    expect(eventChance([...lost, told("plan", 2)], kinds, line, 100)).toBe(0.6);
    expect(eventChance([], kinds, line, 100)).toBe(0);
  });

  it.each([
    [20, 200, 0.6],
    [19, 150, 0],
    [20, 201, 0], // less than a tenth
    [null, 200, 0.6],
    [25, Number.NaN, 0.6], // nobody knows of how many
  ])("of a plan for %s of %s people is %s", (people, headcount, chance) => {
    expect(eventChance([told("plan", 0, people)], kinds, line, headcount)).toBe(chance);
  });

  it("adds up the people of small layoffs, each of which alone could not be the event", () => {
    expect(eventChance([told("plan", 2, 12), told("plan", 0, 8)], kinds, line, 100)).toBe(0.6);
    expect(eventChance([told("plan", 3, 12), told("plan", 0, 8)], kinds, line, 100)).toBe(0);
  });

  it("does not ask a report that announces nothing how many people it concerns", () => {
    expect(eventChance([told("orders-lost", 0, 3)], kinds, line, 100)).toBe(0.1);
  });
});

describe("how far a listed chance is believed", () => {
  /** Rows with a report of chance .5 and a quiet risk of 0; so many of them with the event. */
  const rows = (size: number, events: number): RiskRows => ({
    ...{
      size,
      features: new Float32Array(size * FEATURES),
      enterprise: new Int32Array(size),
      month: new Int32Array(size),
    },
    outcome: Uint8Array.from({ length: size }, (_, i) => (i < events ? 1 : 0)),
    ...{ headcount: new Int32Array(size).fill(100), lost: new Float32Array(size) },
    eventChance: new Float32Array(size).fill(0.5),
  });
  it.each([
    [0, 0, 1],
    [20, 10, 1], // as listed
    [20, 0, 5 / 15], // none of ten expected, beside five that the list is worth
    [20, 20, 25 / 15],
    [200, 200, 205 / 105],
    [2000, 2000, 2005 / 1005],
  ])("by %i reports, %i of which came true", (size, events, belief) => {
    expect(fitEventBelief(new Float64Array(size), rows(size, events))).toBeCloseTo(belief, 9);
  });
});

describe("crossFit", () => {
  const rows = madeUp(4000);

  it("knows nothing of later months: changing their outcomes changes no earlier foretelling", () => {
    const turned = { ...rows, outcome: rows.outcome.map((y, r) => (rows.month[r]! >= 24_005 ? 1 - y : y)) };
    const [before, after] = [crossFit(rows, settings), crossFit(turned, settings)];
    expect(before.some((p) => !Number.isNaN(p))).toBe(true);
    // A row of month m was foretold from origins up to m − 3: outcomes from 24005 on reach nobody before 24008.
    expect(after).toEqual(before);
  });

  it("knows nothing of the enterprise itself", () => {
    const mine = rows.enterprise[0]!;
    const turned = { ...rows, outcome: rows.outcome.map((y, r) => (rows.enterprise[r] === mine ? 1 - y : y)) };
    const [before, after] = [crossFit(rows, settings), crossFit(turned, settings)];
    for (let r = 0; r < 8; r++) expect(after[r]).toBe(before[r]);
  });

  it("keeps an enterprise in its fold when others come", () => {
    expect([1, 2, 3, 4, 5].map((id) => foldOf(id, 5, 0)).every((f) => f >= 0 && f < 5)).toBe(true);
    expect(foldOf(17, 5, 0)).toBe(foldOf(17, 5, 0));
  });
});

describe("trainRisk", () => {
  it("finds what drives the events, and ranks better than chance on rows it did not see", () => {
    const trained = trainRisk(madeUp(4000), { ...ordered, bands: BANDS, line: LINE });
    if (trained.kind !== "trained") throw new Error(trained.kind);
    const { metrics, bins, terms } = trained.model;
    expect(metrics.averagePrecision!).toBeGreaterThan((1.3 * metrics.events) / metrics.rows);
    expect(metrics.brierSkill!).toBeGreaterThan(0);
    expect(terms.find(({ name }) => name === "chance")!.weights[0]).toBeGreaterThan(0);
    expect(bins.every(({ low, high }) => low >= 0 && low < high && high <= 1)).toBe(true);
    expect(trained.model.severity.every((share) => Math.abs(share - 0.4) < 1e-6)).toBe(true);
  });

  it.each([
    ["a month at a time", 8, false],
    ["a quarter at a time", 14, false],
    ["a month at a time, with reported events", 8, true],
  ])("foretells no row by later months, %s: turning the outcomes of the last two changes none", (_, months, told) => {
    const made = madeUp(500 * months, months);
    const eventChance = Float32Array.from({ length: made.size }, (_, r) => (noise(r * 17) < 0.2 ? 0.5 : 0));
    const rows = told ? { ...made, eventChance } : made;
    const last = 24_000 + months - 1;
    const turned = { ...rows, outcome: rows.outcome.map((y, r) => (rows.month[r]! >= last - 1 ? 1 - y : y)) };
    const [before, after] = [rows, turned].map((seen) => {
      const trained = trainRisk(seen, { ...ordered, bands: BANDS, line: LINE });
      if (trained.kind !== "trained") throw new Error(trained.kind);
      return trained.foretold;
    });
    expect(before!.some((p) => !Number.isNaN(p))).toBe(true);
    expect(after).toEqual(before);
  });

  it("gives the same model for the same rows", () => {
    const again = () => trainRisk(madeUp(2000), { ...ordered, bands: BANDS, line: LINE });
    expect(again()).toEqual(again());
  });

  it("says that there is too little instead of fitting it", () => {
    const calm = madeUp(400);
    const trained = trainRisk(
      { ...calm, outcome: calm.outcome.map((_, r) => (r < 12 ? 1 : 0)) },
      { ...ordered, bands: BANDS, line: LINE },
    );
    expect(trained).toEqual({ kind: "too-little", rows: 400, events: 12, needEvents: 30 });
  });
});
