import { describe, expect, it } from "vitest";
import { type EventFact, eventFact } from "../../models/event-fact.ts";
import { compileRules, judge, NOTHING_REACHED, type RuleFacts } from "../../models/levels.ts";
import { firstDay, parseMonth } from "../../models/month.ts";
import { text } from "../../models/text.ts";
import type { LevelRule, Threshold, ThresholdSet } from "../../models/threshold.ts";
import { NO_FACTS } from "../../models/verdicts.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const { thresholds, levels, sizeBands } = loadProfile("wushan");
const origin = { kind: "convention", note: text("", "") } as const;
const limit = (value: number): Threshold => ({ value, unit: "", origin, validFrom: "2023-01" });

const JUNE = parseMonth("2025-06");

/** Reported so many months before June 2025, on the first. */
const told = (kind: string, monthsAgo: number, people: number | null = null) =>
  eventFact({ kind, occurredOn: firstDay(JUNE - monthsAgo), people }, JUNE);

const ABSENT: RuleFacts = { ...NO_FACTS, silentMonths: 0 };

const rule = (id: string, level: string | null, when: LevelRule["when"]): LevelRule => ({
  id,
  level,
  name: text(id, id),
  when,
  origin,
});
const setOf = (...rules: LevelRule[]): ThresholdSet => ({ ...thresholds, name: "test", rules });
const judged = (facts: Partial<RuleFacts>, ...rules: LevelRule[]) =>
  judge({ ...ABSENT, ...facts }, compileRules(setOf(...rules), { levels, industries: [], sizeBands }));

describe("judge", () => {
  it("asks for all conditions of a rule, limits included", () => {
    const both = rule("both", "orange", { z: limit(-4), fallPeople: limit(20) });
    expect(judged({ z: -4, fallPeople: 20 }, both)).toEqual({ level: 1, reached: ["both"] });
    expect(judged({ z: -3.9, fallPeople: 20 }, both)).toBe(NOTHING_REACHED);
    expect(judged({ z: -4, fallPeople: 19 }, both)).toBe(NOTHING_REACHED);
  });

  it("asks a section's enterprises for so many times as much, but labels by law are the same for all", () => {
    const profile = loadProfile("wushan");
    const place = (code: string) => profile.industries.findIndex((one) => one.code === code);
    const rules = [
      rule("fall", "orange", { fallPeople: limit(20), headcount: limit(100), q: limit(0.1) }),
      rule("law", null, { fallPeople: limit(20) }),
    ];
    const set = { ...setOf(...rules), industries: { C: limit(0.5), F: limit(2) } };
    const compiled = compileRules(set, profile);
    const reached = (industry: number, fallPeople: number, q = 0.05) =>
      judge({ ...ABSENT, industry, fallPeople, q, headcountBefore: 100 }, compiled).reached;
    const [food, trade, building] = [place("13"), place("F"), place("E")]; // 13 lies in C
    expect([reached(food, 10), reached(food, 9)]).toEqual([["fall"], []]);
    expect([reached(food, 10, 0.2), reached(food, 10, 0.21)]).toEqual([["fall"], []]); // q: half as strict is twice as much
    expect([reached(trade, 40), reached(trade, 39)]).toEqual([["fall", "law"], ["law"]]);
    expect([reached(building, 20), reached(-1, 20)]).toEqual([
      ["fall", "law"],
      ["fall", "law"],
    ]);
  });

  it("asks a size's enterprises for so many times as much, by the persons before, times those of the section", () => {
    const profile = { ...loadProfile("wushan"), sizeBands: [0, 20, 100] };
    const manufacturing = profile.industries.findIndex(({ code }) => code === "C");
    const rules = [rule("fall", "orange", { fallPeople: limit(20) }), rule("law", null, { fallPeople: limit(20) })];
    const set = { ...setOf(...rules), industries: { C: limit(0.5) }, sizes: { "20": limit(2), "100": limit(3) } };
    const compiled = compileRules(set, profile);
    const asked = (industry: number, headcountBefore: number) =>
      Array.from({ length: 99 }, (_, i) => i + 1).find((fallPeople) =>
        judge({ ...ABSENT, industry, fallPeople, headcountBefore }, compiled).reached.includes("fall"),
      );
    expect([19, 20, 99, 100].map((persons) => asked(-1, persons))).toEqual([20, 40, 40, 60]);
    expect([19, 20, 99, 100].map((persons) => asked(manufacturing, persons))).toEqual([10, 20, 20, 30]);
    expect(asked(manufacturing, Number.NaN), "a size that nobody knows").toBe(10);
    expect(judge({ ...ABSENT, fallPeople: 20, headcountBefore: 500 }, compiled).reached).toEqual(["law"]);
  });

  it("a section or size that is none, or a number of times that asks for nothing, is named before anything is judged", () => {
    const set = {
      ...thresholds,
      industries: { "13": limit(2), C: limit(0) },
      sizes: { "15": limit(2), "16": limit(1), "20": limit(-1) },
    };
    expect(() => compileRules(set, loadProfile("wushan"))).toThrow(
      /industry 13 is no section.*industry C: the times are 0.*size 15 is no size band.*size 20: the times are -1/,
    );
  });

  it("a value that is not there satisfies nothing", () => {
    const conditions: LevelRule["when"][] = [
      { z: limit(0) },
      { fallPeople: limit(-1e9) },
      { fallShare: limit(-1e9) },
      { fall3People: limit(-1e9) },
      { fall3Share: limit(-1e9) },
      { leak: limit(-1e9) },
      { headcount: limit(-1e9) },
      { hiddenShare: limit(-1e9) },
      { risk: limit(-1e9) },
      { q: limit(1e9) },
      { headcountBelow: limit(1e9) },
      { event: "closure" },
    ];
    for (const when of conditions) expect(judged({}, rule("r", "red", when))).toBe(NOTHING_REACHED);
  });

  it("the most severe rule wins and every rule that holds is told, label-only ones too", () => {
    const rules = [
      rule("label", null, { fallPeople: limit(20) }),
      rule("low", "blue", { fallPeople: limit(5) }),
      rule("high", "red", { fallPeople: limit(50) }),
    ];
    expect(judged({ fallPeople: 60 }, ...rules)).toEqual({ level: 0, reached: ["label", "low", "high"] });
    expect(judged({ fallPeople: 20 }, ...rules.slice(0, 1))).toEqual({ level: -1, reached: ["label"] });
  });

  it("a limit from above is reached from below, size bands exclude their upper end", () => {
    const rules = [
      rule("q", "orange", { q: limit(0.1) }),
      rule("band", "yellow", { headcount: limit(20), headcountBelow: limit(50), risk: limit(0.3) }),
    ];
    expect(judged({ q: 0.1 }, ...rules).reached).toEqual(["q"]);
    expect(judged({ q: 0.11 }, ...rules)).toBe(NOTHING_REACHED);
    expect(judged({ risk: 0.3, headcountBefore: 49 }, ...rules).reached).toEqual(["band"]);
    expect(judged({ risk: 0.3, headcountBefore: 50 }, ...rules)).toBe(NOTHING_REACHED);
    expect(judged({ risk: 0.29, headcountBefore: 49 }, ...rules)).toBe(NOTHING_REACHED);
  });

  it("an event counts in its month and the following ones, never before it happened", () => {
    const event = rule("e", "yellow", { event: "wage-arrears", eventMonths: limit(3) });
    const ago = (monthsAgo: number, kind = "wage-arrears") => judged({ events: [told(kind, monthsAgo)] }, event).level;
    expect([ago(0), ago(2), ago(3), ago(-1), ago(0, "closure")]).toEqual([2, 2, -1, -1, -1]);
  });

  it("people named in several reports add up within any stretch of days, whatever month they fall in", () => {
    const slices = rule("s", "orange", {
      event: "small-layoff",
      eventMonths: limit(3),
      eventDays: limit(30),
      eventPeople: limit(20),
    });
    const on = (occurredOn: string, people: number | null, kind = "small-layoff") =>
      eventFact({ kind, occurredOn, people }, JUNE);
    const reached = (...events: EventFact[]) => judged({ events }, slices).level;
    expect(reached(on("2025-05-20", 12), on("2025-06-10", 8))).toBe(1); // 21 days apart, across a month's end
    expect(reached(on("2025-05-12", 12), on("2025-06-10", 8))).toBe(1); // the 30th day counts
    expect(reached(on("2025-05-11", 12), on("2025-06-10", 8))).toBe(-1); // the 31st does not
    expect(reached(on("2025-05-20", 11), on("2025-06-10", 8))).toBe(-1);
    expect(reached(on("2025-06-01", null), on("2025-06-10", 19))).toBe(-1); // nobody knows of how many
    expect(reached(on("2025-06-01", 12), on("2025-06-10", 8, "art41-notice"))).toBe(-1);
    expect(reached(on("2025-03-02", 12), on("2025-03-10", 8))).toBe(-1); // three months ago
  });

  it("a share of small layoffs is held against the headcount before", () => {
    const slices = rule("s", "orange", { event: "small-layoff", eventDays: limit(90), eventShare: limit(0.1) });
    const of = (headcountBefore: number) =>
      judged({ events: [told("small-layoff", 1, 5), told("small-layoff", 0, 5)], headcountBefore }, slices).level;
    expect([of(100), of(101), of(Number.NaN)]).toEqual([1, -1, -1]);
  });

  it("a silence ends as a reason when the enterprise counts as gone", () => {
    const silent = rule("s", "yellow", { silentMonths: limit(3) });
    expect([2, 3, 12, 13].map((silentMonths) => judged({ silentMonths }, silent).level)).toEqual([-1, 2, 2, -1]);
  });

  it("a threshold set that cannot work names all its faults at once", () => {
    const faulty = setOf(
      rule("a", "purple", { z: limit(-1) }),
      rule("b", "red", {}),
      rule("c", "red", { z: limit(Number.NaN) }),
    );
    expect(() => compileRules(faulty, { levels, industries: [], sizeBands })).toThrow(
      /rule a.*purple.*rule b has no condition.*rule c: z is NaN/,
    );
  });
});

describe("the rules of Wushan", () => {
  const rules = compileRules(thresholds, { levels, industries: [], sizeBands });
  const level = (facts: Partial<RuleFacts>) => judge({ ...ABSENT, ...facts }, rules).level;
  const ids = (facts: Partial<RuleFacts>) => judge({ ...ABSENT, ...facts }, rules).reached;

  it("the statutory line alone is shown and is not an alert", () => {
    expect(level({ z: -1, fallPeople: 25, fallShare: 0.12, headcountBefore: 208 })).toBe(-1);
    expect(ids({ z: -1, fallPeople: 25, fallShare: 0.12 })).toEqual(["label-art41-people", "label-art41-share"]);
  });

  it.each([
    // 劳动合同法 art. 41: 20 people OR 10 %, inclusive (domain.md 2.3).
    [{ fallPeople: 20, fallShare: 0.01 }, ["label-art41-people"]],
    [{ fallPeople: 19, fallShare: 0.1 }, ["label-art41-share"]],
    [{ fallPeople: 19, fallShare: 0.0999 }, []],
  ])("%j reaches %j of art. 41", (facts, reached) => {
    expect(ids(facts).filter((id) => id.startsWith("label-art41"))).toEqual(reached);
  });

  it("losses that add up over a quarter and a year are shown as not statutory, and are no alert", () => {
    const facts = { fall3People: 20, fall3Share: 0.04, fall12People: 45, fall12Share: 0.1 };
    expect(level(facts)).toBe(-1);
    expect(ids(facts)).toEqual(["label-quarter-people", "label-year-people", "label-year-share"]);
    const named = thresholds.rules.filter(({ id }) => /quarter|year|slices/.test(id));
    for (const { name } of named) expect([name.zh, name.en].join()).toMatch(/非法定口径.*not statutory/);
    expect(named).toHaveLength(10);
  });

  it.each([
    ["red", { z: -4, q: 0.1, fallPeople: 50, fallShare: 0.3 }],
    ["red", { z: -4, q: 0.1, fallPeople: 200, fallShare: 0.075 }],
    ["orange", { z: -4, q: 0.1, fallPeople: 49, fallShare: 0.4 }],
    ["yellow", { z: -4, q: 0.1, fallPeople: 19, fallShare: 0.4 }],
    ["yellow", { z: 0, q: 0.1, leak: 5.5, fall3People: 10, fall3Share: 0.1 }],
    ["orange", { z: 0, q: 0.1, leak: 5.5, fall3People: 200, fall3Share: 0.03 }],
    ["blue", { z: -4, q: 0.1, fallPeople: 5, fallShare: 0.2 }],
    ["orange", { hiddenShare: 0.4, headcountBefore: 60 }],
    ["yellow", { hiddenShare: 0.2, headcountBefore: 20 }],
    ["blue", { silentMonths: 2, headcountBefore: 20 }],
    ["yellow", { silentMonths: 3, headcountBefore: 50 }],
    ["orange", { events: [told("art41-notice", 2)] }],
    ["red", { events: [told("closure", 0)], headcountBefore: 50 }],
    ["blue", { events: [told("closure", 0)] }],
    ["orange", { events: [told("small-layoff", 0, 12), told("small-layoff", 0, 8)], headcountBefore: 400 }],
    ["yellow", { events: [told("small-layoff", 2, 12), told("small-layoff", 0, 8)], headcountBefore: 400 }],
    ["blue", { events: [told("small-layoff", 8, 12), told("small-layoff", 0, 8)], headcountBefore: 400 }],
    ["yellow", { events: [told("wage-arrears", 0)] }],
  ] as const)("%s for %j", (code, facts) => {
    expect(levels[level(facts)]?.code).toBe(code);
  });

  it("an ordinary enterprise costs no allocation", () => {
    expect(judge({ ...ABSENT, z: 0.3, fallPeople: 1, fallShare: 0.01, headcountBefore: 100 }, rules)).toBe(
      NOTHING_REACHED,
    );
  });
});
