import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { text } from "../../models/text.ts";
import { monthlyFacts } from "../../reports/facts.ts";
import type { MonthlyInput } from "../../reports/input.ts";
import { randomPanel } from "../models/panels.ts";
import { alert, monthlyInput, PROFILE } from "./monthly-input.ts";
import { outlookInput } from "./outlook-input.ts";
import { pageOf } from "./page.ts";

const met = {
  rule: "r",
  name: text("多户", "Several"),
  level: "red",
  enterprises: 6,
  needed: 5,
  bound: null,
  met: true,
};
const panel = (month: string) => randomPanel(300, PROFILE, parseMonth(month));

/** Everything a report can say, with names that are not Chinese. */
function fullInput(month: string): MonthlyInput {
  const columns = panel(month);
  const plain = monthlyInput(columns);
  const enterprises = new Map(Array.from({ length: 300 }, (_, i) => [i + 1, { code: `E${i}`, name: `House ${i}` }]));
  const told = { explanation: text("减少", "60 fewer"), rules: [text("线", "line")], name: "Mill" };
  return monthlyInput(columns, {
    alerts: [
      alert({ ...told, level: "red", specialist: "A" }),
      alert({ ...told, level: null, reason: "withdrawn" }),
      alert({ ...told, level: null, reason: "held-back" }),
    ],
    alertMonths: [0, 1].map((i) => ({ month: columns.month - 1 + i, open: { red: 1 } })),
    collective: [met],
    rulesOnly: {
      ...{ id: 1, kind: "rules-only", from: columns.month - 1, reason: "a flood", actor: "the office" },
      at: "2026-01-01T00:00:00Z",
    },
    labels: [{ rule: "l", name: text("线", "line"), enterprises: 3, alerted: 1 }],
    completeness: {
      ...plain.completeness,
      silent: plain.completeness.silent.map((one) => ({ ...one, name: "House" })),
      batches: [{ name: "a.csv", verdict: "blocked", read: 1, accepted: 0, quarantined: 0, warned: 0 }],
      findings: [{ code: "c", severity: "error", count: 2, meaning: text("错", "wrong"), examples: [] }],
    },
    nextMonth: { enterprises: 2, persons: 10, estimate: 9 },
    estimated: { enterprises: 2, persons: 10, estimate: 12 },
    followUp: {
      handled: { toContact: 1, inHand: 2, closed: 3, overdue: 1 },
      record: { months: 12, judged: 10, pending: 3, came: 4, lead: 2 },
    },
    outlook: outlookInput(columns, { enterprises }),
  });
}

describe("the English issue", () => {
  it.each(["2025-12", "2025-01", "2025-02"])("of %s has no Chinese in it, charts included", (month) => {
    const page = pageOf(monthlyFacts(fullInput(month)), "", "en").replace(/<style>.*?<\/style>/s, "");
    const chinese = [...page.replaceAll(/PingFang SC.*?sans-serif/g, "").matchAll(/.{0,30}[\u3000-\u9fff].{0,30}/g)];
    expect(chinese.map(([found]) => found)).toEqual([]);
    expect(page).not.toMatch(/undefined|NaN|\[object|Infinity/);
  });

  it("counts headings 1, 1.1 and says what became of alerts", () => {
    const page = pageOf(monthlyFacts(fullInput("2025-12")), "", "en");
    expect(page).toContain("1 Overall");
    expect(page).toContain("2.1 Sectors and industries");
    expect(page).toContain(
      "Handling: 1 enterprise to be contacted, 2 enterprises in hand, 3 enterprises closed this month",
    );
    expect(page).toContain("Median lead 2 months".toLowerCase());
  });
});
