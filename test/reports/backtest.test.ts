import { describe, expect, it } from "vitest";
import { judgeBacktest } from "../../models/judging/judge-backtest.ts";
import { JUDGING } from "../../models/judging/thresholds.ts";
import { judgeRaised } from "../../models/replay/backtest.ts";
import { text } from "../../models/text.ts";
import { type BacktestPage, backtestHtml } from "../../reports/backtest.ts";
import { madeUpBacktest, madeUpTable } from "../models/judging/backtests.ts";

const PAGE: BacktestPage = {
  ...{ language: "zh", asOf: "2026-03-05", model: "hazard-1", simulated: false },
  place: text("巫山县", "Wushan"),
  levels: [
    { ...{ code: "red", numeral: "Ⅰ", shape: "■", color: "red" }, name: text("红色", "red") },
    { ...{ code: "orange", numeral: "Ⅱ", shape: "▲", color: "orange" }, name: text("橙色", "orange") },
  ],
};
/** Months 1 to 12 of 100 enterprises: red warned of the one event two months before, orange came to nothing twice. */
const episode = (enterprise: number, level: number) => ({ enterprise, openedMonth: 5, closedMonth: 7, level });
const raised = judgeRaised(
  { episodes: [episode(1, 0), episode(2, 1), episode(3, 1)], changes: [] },
  {
    ...{ events: [{ enterprise: 1, month: 7, people: 30 }], interventions: [], observedTo: 12, from: 1, to: 12 },
    ...{ population: Array.from({ length: 100 }, (_, i) => i + 1), enterpriseMonths: 1200, thresholds: JUDGING },
  },
  ["red", "orange"],
);
const table = madeUpTable();
const zh = backtestHtml(table, raised, PAGE);
const en = backtestHtml(table, raised, { ...PAGE, language: "en" });

/** Cells of the rows of the table with this caption, as texts. */
function cellsOf(page: string, caption: string): string[][] {
  const found = page.split("<table>").find((t) => t.includes(`<caption>${caption}<`))!;
  return found
    .slice(found.indexOf("<tbody>"), found.indexOf("</tbody>"))
    .split("<tr")
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((c) => c[1]!.replace(/<[^>]+>/g, " ").trim()));
}

describe("the page of a backtest", () => {
  it("begins with what was asked and of whom", () => {
    expect(zh).toContain("<h1>巫山县预警回溯检验</h1>");
    expect(zh).toContain("此后三个月内，用工比当月减少20人及以上且降幅达10%及以上");
    expect(zh).toContain("2023-01至2023-09，200户企业共1,800个企业月");
    expect(zh).toContain("另有600个结果未知、0个事先已知，均未计入");
  });

  it("tells the alerts that were raised by level, apart from the scores", () => {
    expect(cellsOf(zh, "实际发出的预警")).toEqual([
      ["红色", "1", "1", "0", "0", "0", "100.0%", "100.0%"],
      ["橙色", "2", "0", "2", "0", "0", "0.0%", "100.0%"],
    ]);
    // Three alerts in 1,200 enterprise-months are 0.25 a month per 100.
    expect(zh).toContain("共3条，每百户每月新开0.25条；事件1起，预警1起，提前月数中位数2");
    expect(cellsOf(en, "Alerts raised")[0]![0]).toBe("red");
  });

  it("shows average precision with its interval, base rate and lift, and AUC last", () => {
    const [ours, chance] = cellsOf(zh, "排序能力");
    const { value, low, high } = table.rows[0]!.averagePrecision!;
    expect(ours![0]).toBe("本系统风险");
    expect(ours![1]!.split(/\s+/)).toEqual([value.toFixed(3), `${low!.toFixed(3)}–${high!.toFixed(3)}`]);
    expect([ours![2], ours![4]]).toEqual([table.population.baseRate!.toFixed(3), "—"]);
    expect(chance![4]).not.toBe("—");
    expect(zh.indexOf("AUC（参考）")).toBeGreaterThan(zh.indexOf("提升倍数"));
  });

  it("marks thresholds that were chosen on the rows judged", () => {
    const [ours, chance] = cellsOf(zh, "红色、橙色界限");
    expect(ours![1]).toBe("0.300");
    expect(chance![1]).toMatch(/\*$/);
  });

  it("counts the events missed beside those warned of, and explains μ", () => {
    const [ours] = cellsOf(zh, "提前量");
    const { events, warned, late, missed } = table.rows[0]!.lead!;
    expect(ours!.slice(1, 5).map(Number)).toEqual([events, warned, late, missed]);
    expect(zh).toContain("μ＝0.95：漏报一户的损失按误报19户计");
  });

  it("draws reliability with a point a group, and the numbers beside it", () => {
    expect(zh.match(/<circle /g)).toHaveLength(table.rows[0]!.calibration!.reliability.length);
    expect(cellsOf(zh, "按预测概率分组")).toHaveLength(10);
    expect(cellsOf(zh, "按企业规模").map((row) => row[0])).toEqual(["0—19人", "20—49人", "50—299人", "300人及以上"]);
  });

  it("gives every number that decided with its origin", () => {
    const rows = cellsOf(zh, "检验所用参数");
    expect(rows).toContainEqual(["预测期", "3个月", "约定：方法文件所定预测目标"]);
    for (const [, value, origin] of rows) {
      expect(value).toMatch(/^[\d.]+\D*$/);
      expect(origin).toMatch(/^\S+：\S/);
    }
  });

  it("is complete in English", () => {
    expect(en).toContain('<html lang="en">');
    expect(en).toContain("<h1>Wushan: backtest of the warnings</h1>");
    expect(en.replace(/<style>.*?<\/style>/s, "")).not.toMatch(/[\u4e00-\u9fff]/);
    expect(cellsOf(en, "Ranking")[0]![0]).toBe("our risk");
  });

  it("needs nothing from elsewhere and escapes what it is told", () => {
    const odd = backtestHtml(table, raised, { ...PAGE, model: "<script>alert(1)</script>" });
    expect(odd).not.toContain("<script");
    expect(zh).not.toMatch(/(src|href)=|url\(|@import/);
  });

  it("says when data are simulated, and when there is nothing to judge", () => {
    expect(backtestHtml(table, raised, { ...PAGE, simulated: true })).toContain("【模拟数据】");
    expect(zh).not.toContain("模拟数据");
    const input = madeUpBacktest();
    const none = { ...input.rows, outcome: input.rows.outcome.map(() => -1) };
    const empty = backtestHtml(judgeBacktest({ ...input, rows: none }), raised, PAGE);
    expect(empty).toContain("没有结果已知的企业月份，无从检验");
    expect(empty).not.toMatch(/NaN|null|undefined|Infinity/);
    expect(zh + en).not.toMatch(/NaN|null|undefined|Infinity/);
  });
});
