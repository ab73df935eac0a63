import { expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { text } from "../../models/text.ts";
import { dispatchDocument } from "../../reports/dispatch/document.ts";
import { dispatchFacts } from "../../reports/dispatch/facts.ts";
import type { SilentEnterprise } from "../../reports/input.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const profile = loadProfile("wushan");
const blocksOf = (silent: readonly SilentEnterprise[]) =>
  dispatchDocument(
    dispatchFacts({
      ...{ profile, month: parseMonth("2025-12"), asOf: "2026-01-10", vintage: text("版次", "vintage"), model: "m" },
      ...{ simulated: false, rulesOnly: null, alerts: [], silent, owed: [] },
    }),
    "zh",
    null,
  ).blocks;
const headings = (silent: readonly SilentEnterprise[]) =>
  blocksOf(silent).flatMap((block) => (block.kind === "heading" ? [block.text] : []));

it("names what each has to do only where somebody has anything to do", () => {
  const one = { code: "91500237MA60000084", name: "木材厂", industry: "C", region: "500237001", departments: ["miit"] };
  expect(headings([])).not.toContain("分部门事项");
  expect(headings([{ ...one, lastMonth: parseMonth("2025-11"), lastHeadcount: 12 }])).toContain("分部门事项");
  expect(blocksOf([]).at(-1)!.kind).not.toBe("heading");
});
