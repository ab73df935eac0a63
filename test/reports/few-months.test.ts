import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { trendChart } from "../../reports/charts.ts";
import type { TableBlock } from "../../reports/document/document.ts";
import { writerIn } from "../../reports/document/writer.ts";
import { monthlyFacts } from "../../reports/facts.ts";
import { htmlOf } from "../../reports/formats/html/page.ts";
import { neverOpen } from "../../reports/level-chart.ts";
import { alertBlocks } from "../../reports/monthly/annex-alerts.ts";
import { forecastTables } from "../../reports/monthly/annex-forecast.ts";
import { trendBlocks } from "../../reports/monthly/annex-trend.ts";
import type { OutlookFacts } from "../../reports/outlook-facts.ts";
import { handPanel } from "../models/panels.ts";
import { FIXTURE } from "./formats/fixture.ts";
import { monthlyInput } from "./monthly-input.ts";

const zh = writerIn("zh");

describe("a report on few months", () => {
  const history = [null, null, null, 50, 52, 51];
  const facts = monthlyFacts(monthlyInput(handPanel("2025-12", [{ history }, { history }, { history }])));

  it("has no rows and draws no axis of months before the first report", () => {
    const table = trendBlocks(facts, zh).find((block): block is TableBlock => block.kind === "table")!;
    expect(table.rows.map(({ cells }) => cells[0]!.lines[0]![0]!.text)).toEqual(["2025-12", "2025-11", "2025-10"]);
    expect(trendChart(facts, "zh").data.labels).toEqual(["2025-10", "2025-11", "2025-12"]);
  });

  it("keeps a month that nobody reported between others", () => {
    const gap = [50, null, 52, 51];
    const with3 = monthlyFacts(monthlyInput(handPanel("2025-12", [{ history: gap }, { history: gap }])));
    const table = trendBlocks(with3, zh).find((block): block is TableBlock => block.kind === "table")!;
    expect(table.rows).toHaveLength(4);
  });

  it("says a sentence instead of drawing alerts that there were none of", () => {
    const months = [parseMonth("2025-11"), parseMonth("2025-12")].map((month) => ({ month, open: { red: 0 } }));
    const calm = monthlyFacts(
      monthlyInput(handPanel("2025-12", [{ history }, { history }, { history }]), { alertMonths: months }),
    );
    expect(neverOpen(calm.alerts.months)).toBe(true);
    const blocks = alertBlocks(calm, zh);
    expect(blocks.filter(({ kind }) => kind === "figure")).toEqual([]);
    expect(JSON.stringify(blocks)).toContain("2个已运行月份各月末均无维持中的企业预警，不绘图。");
  });

  it("speaks beside the forecast of no limits that are not drawn", () => {
    const month = parseMonth("2025-12");
    const limits = { mean: 5, low80: 4, high80: 6, low95: 3, high95: 7 };
    const says = (expected: typeof limits | null, path: unknown) => {
      const outlook = {
        expected: [month - 1, month].map((at) => ({ month: at, persons: 5, expected })),
        forecasts: [{ made: { path, month, persons: 5 } }],
      } as unknown as OutlookFacts;
      return JSON.stringify(forecastTables(outlook, zh));
    };
    const ahead = { kind: "path", months: [limits] };
    expect(says(limits, { kind: "too-short" })).toContain("浅灰带为仅凭此前各月推算的95%区间");
    expect(says(null, ahead)).toContain("此前月份不足，未推算各月区间；虚线");
    expect(says(null, ahead)).not.toContain("浅灰带");
    expect(says(null, { kind: "too-short" })).toBe("[]"); // the line alone is the trend's, drawn above
  });
});

it("names on its web page whom a report is to and who has copies", () => {
  const page = htmlOf(FIXTURE, { colors: {}, chartScript: "" });
  expect(page).toContain('<p class="addressee">县就业工作领导小组：</p>');
  expect(page).toContain("抄送：县人力社保局，县经济信息委。");
});
