import { expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { monthlyFacts } from "../../reports/facts.ts";
import type { MonthlyInput } from "../../reports/input.ts";
import { randomPanel } from "../models/panels.ts";
import { alert, monthlyInput, PROFILE } from "./monthly-input.ts";
import { pageOf } from "./page.ts";

const panel = randomPanel(300, PROFILE, parseMonth("2025-12"));

it("calls the risk a score that is no probability, and a calibrated probability once the model was fitted on own outcomes", () => {
  const noted = (changes: Partial<MonthlyInput>) =>
    monthlyFacts(monthlyInput(panel, { alerts: [alert()], ...changes }));
  const { modelKind: _, ...before } = noted({}); // kept before it was told
  const township = { scope: { dimension: "region", code: "500237100" } } as const;
  for (const facts of [noted({}), before, noted(township)]) {
    expect(pageOf(facts)).toContain("不是裁员发生的概率");
    expect(pageOf(facts)).toContain("评分80%下限");
    expect(pageOf(facts)).not.toContain("按本地以往结果拟合、校准");
  }
  for (const facts of [noted({ modelKind: "trained" }), noted({ ...township, modelKind: "trained" })]) {
    expect(pageOf(facts)).toContain("按本地以往结果拟合、校准；80%下限、上限为其80%区间");
    expect(pageOf(facts)).toContain("概率80%下限");
    expect(pageOf(facts)).not.toContain("不是裁员发生的概率");
    expect(pageOf(facts, "", "en")).not.toContain("not the probability");
  }
});
