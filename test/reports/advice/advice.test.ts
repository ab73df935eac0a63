import { describe, expect, it } from "vitest";
import { text } from "../../../models/text.ts";
import { adviceOn } from "../../../reports/advice/advice.ts";
import { monthlyFacts } from "../../../reports/facts.ts";
import type { MonthlyInput } from "../../../reports/input.ts";
import { adviceItems } from "../../../reports/wording/advice.ts";
import { handPanel, type TestEnterprise } from "../../models/panels.ts";
import { alert, monthlyInput, PROFILE } from "../monthly-input.ts";

const advise = (enterprises: readonly TestEnterprise[], changes: Partial<MonthlyInput> = {}) =>
  adviceOn(monthlyFacts(monthlyInput(handPanel("2025-12", enterprises), changes)));
const codes = (...of: Parameters<typeof advise>) => advise(...of).map(({ code }) => code);

/** Nothing happens here, and no four enterprises hold half of the jobs. */
const CALM: readonly TestEnterprise[] = Array.from({ length: 20 }, () => ({ history: [50, 50] }));
const NO_TERMS = { types: [], reasons: [], further: [] };

describe("suggestions", () => {
  it("are none where no fact asks for one", () => {
    expect(codes(CALM)).toEqual([]);
  });

  it("name the fact they rest on, in both languages", () => {
    const [visit] = adviceItems(advise(CALM, { alerts: [alert({ level: "red" }), alert({ level: "orange" })] }));
    expect(visit).toEqual({
      urge: {
        zh: "一是对红色、橙色企业逐户上门核实，首访不超过预警后7日，一企一策商定帮扶措施。",
        en: "1. Visit every enterprise on red or orange alert within 7 days and agree on measures.",
      },
      because: {
        zh: "依据：红色预警企业1户、橙色预警企业1户。",
        en: "Rests on: 1 enterprise on red alert, 1 enterprise on orange alert.",
      },
    });
  });

  it.each<[string, string, Partial<MonthlyInput>]>([
    ["a new yellow alert is telephoned about", "ask", { alerts: [alert({ level: "yellow" })] }],
    [
      "a rule on the whole place convenes the departments",
      "convene",
      {
        collective: [
          { rule: "r", name: text("多户", "many"), level: "red", enterprises: 6, needed: 5, bound: null, met: true },
        ],
      },
    ],
    [
      "enterprises held back are telephoned about",
      "held-back",
      { alerts: [alert({ level: null, reason: "held-back" })] },
    ],
  ])("%s", (_, code, changes) => {
    expect(codes(CALM, changes)).toEqual([code]);
  });

  it("ask the silent enterprises", () => {
    const [silent] = advise([...CALM, { history: [30, null] }]);
    expect(silent).toMatchObject({ code: "silent", because: { zh: "未报1户，末次报送用工合计30人" } });
  });

  // 20 of 100 people by one term is a fifth, 19 is not; a third of the loss stays without a type either way.
  it.each([
    [20, true],
    [19, false],
  ])("act on a reason behind %i of 100 people: %s", (people, said) => {
    const profile = {
      ...PROFILE,
      reductionReasons: [{ id: 4, name: text("订单不足", "orders"), remedy: text("组织产销对接", "match") }],
    };
    const reductions = { ...NO_TERMS, reasons: [{ term: 4, enterprises: 1, people }] };
    const found = codes([...CALM, ...CALM, { history: [1100, 1000] }], { profile, reductions });
    expect(found.includes("reason")).toBe(said);
  });

  // 11 of 100 people without a type is more than a tenth, 10 is not.
  it.each([
    [89, true],
    [90, false],
  ])("ask for types where only %i of 100 people have one: %s", (people, said) => {
    const reductions = { ...NO_TERMS, types: [{ term: 5, enterprises: 1, people }] };
    expect(codes([...CALM, ...CALM, { history: [1100, 1000] }], { reductions }).includes("unreported")).toBe(said);
  });

  // −0.60 % is usual, −0.61 % is not; two enterprises are too few to rest on.
  it.each([
    [9940, 3, false],
    [9939, 3, true],
    [9000, 2, false],
  ])("look into an industry that went from 10000 to %i over %i enterprises: %s", (now, count, said) => {
    const others = Array.from({ length: count - 1 }, () => ({ history: [0, 0], industry: 6 }));
    const found = codes([{ history: [10_000, now], industry: 6 }, ...others]);
    expect(found.includes("below-usual-section")).toBe(said);
  });

  // 50 of 1,000 is 5 %; 10 of 100 dispatch workers is a tenth.
  it.each([
    ["hidden", { history: [1000, 1000], hidden: 50 }, true],
    ["hidden", { history: [1000, 1000], hidden: 49 }, false],
    ["dispatch", { history: [1000, 1000], dispatch: 90, dispatchBefore: 100 }, true],
    ["dispatch", { history: [1000, 1000], dispatch: 91, dispatchBefore: 100 }, false],
  ])("%s of %o is acted on: %s", (code, enterprise, said) => {
    expect(codes([enterprise]).includes(code)).toBe(said);
  });

  it("keep in touch with the largest where they hold half of the jobs", () => {
    const largest = [25, 25, 25, 25].map((n) => ({ history: [n, n] }));
    const others = (n: number) => Array.from({ length: n }, () => ({ history: [1, 1] }));
    expect(codes([...largest, ...others(100)]).includes("dominant")).toBe(true);
    expect(codes([...largest, ...others(101)]).includes("dominant")).toBe(false);
  });

  it("are at most five, the most pressing first", () => {
    const alerts = [alert({ level: "red" }), alert({ level: "yellow" }), alert({ level: null, reason: "held-back" })];
    const met = {
      rule: "r",
      name: text("多户", "many"),
      level: "red",
      enterprises: 6,
      needed: 5,
      bound: null,
      met: true,
    };
    const found = codes([{ history: [100, 50], hidden: 10, industry: 6 }, { history: [9, null] }, ...CALM], {
      ...{ alerts, collective: [met] },
    });
    expect(found).toHaveLength(5);
    expect(found.slice(0, 3)).toEqual(["visit", "ask", "convene"]);
  });
});
