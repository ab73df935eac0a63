import { describe, expect, it } from "vitest";
import type { ForecastOutcome } from "../../models/forecast/forecast-outcome.ts";
import { parseMonth } from "../../models/month.ts";
import { monthlyFacts } from "../../reports/facts.ts";
import { forecastChart } from "../../reports/forecast-chart.ts";
import type { OutlookInput } from "../../reports/outlook-input.ts";
import { forecastBrief, outcomeBrief } from "../../reports/wording/brief.ts";
import { outcomeSentence, recordSentence } from "../../reports/wording/forecast.ts";
import { contributionSentence, countSentence, spreadSentence } from "../../reports/wording/outlook.ts";
import { handPanel, randomPanel } from "../models/panels.ts";
import { monthlyInput, PROFILE } from "./monthly-input.ts";
import { outlookInput } from "./outlook-input.ts";
import { pageOf } from "./page.ts";

const panel = randomPanel(200, PROFILE, parseMonth("2025-12"));
const factsOf = (changes: Partial<OutlookInput> = {}, of = panel) =>
  monthlyFacts(monthlyInput(of, { outlook: outlookInput(of, changes) }));

const SMALL = handPanel("2025-12", [
  { history: [100, 60], industry: 4, region: 1 },
  { history: [50, 50], industry: 5, region: 1 },
  { history: [30, 40], industry: 6, region: 2 },
]);

describe("the outlook in the report", () => {
  it("stands where its cells meet the figures, and the report is not issued where one does not", () => {
    expect(factsOf().outlook!.place.concentration.enterprises).toBe(factsOf().overall.previous.whole.reporting);
    const broken = outlookInput(panel);
    const place = broken.outlines[0]!;
    const outlines = [{ ...place, grossLoss: place.grossLoss + 1 }, ...broken.outlines.slice(1)];
    expect(() => factsOf({ outlines })).toThrow(/outline\/place:500237\/grossLoss/);
    const atRisk = broken.atRisk.map((r) => (r.dimension === "region" ? { ...r, persons: r.persons + 0.1 } : r));
    expect(() => factsOf({ atRisk })).toThrow(/jobs-at-risk\/region\/tenths/);
    const counts = broken.counts.map((c) => (c.dimension === "place" ? { ...c, count: c.count + 1 } : c));
    expect(() => factsOf({ counts })).toThrow(/counts\/alarming\/section/);
  });

  it("is left out where a month was put together without a run", () => {
    const html = pageOf(monthlyFacts(monthlyInput(panel)));
    expect(html).not.toContain("总量预测");
    const whole = pageOf(factsOf());
    for (const part of ["总量预测", "扩散与集中", "应有水平与预期流失", "预警、未报与动态数量"])
      expect(whole).toContain(part);
  });

  it("says in both languages how widely employment moved, who holds it and who explains the change", () => {
    const { place } = factsOf({}, SMALL).outlook!;
    // 1 of 3 grew, 1 fell; jobs (35 − 80) / 165 = −27.3 %. 60, 50, 40 of 150: 40 %; squares 7700 / 22500 = .3422.
    expect(spreadSentence(place).zh).toBe(
      "扩散指数0.0（共同样本3户中增加1户、减少1户；增加企业占比减去减少企业占比，0为平衡），按岗位加权为-27.3。最大1户占已报用工的40.0%，最大4户占100.0%，赫芬达尔指数3,422（满值10,000）。",
    );
    expect(spreadSentence(place).en).toContain("Herfindahl index 3,422 of 10,000");
    expect(contributionSentence(place)).toEqual({
      zh: "岗位减少主要来自：第1号企业减少40人（占100.0%）。岗位增加主要来自：第3号企业增加10人（占100.0%）。",
      en: "Losses come mainly from 第1号企业 −40 (100.0%). Gains come mainly from 第3号企业 +10 (100.0%).",
    });
  });

  it("says that a history is too short for a forecast", () => {
    const place = factsOf({}, SMALL).outlook!.forecasts[0]!;
    expect(forecastBrief(place)).toEqual({
      zh: "可比月份2个，不足24个，历史太短，不作总量预测。",
      en: "2 comparable months, under 24: too short for a forecast.",
    });
  });

  const outcome = (changes: Partial<ForecastOutcome>): ForecastOutcome => ({
    ...{ dimension: "place", code: "500237", madeIn: panel.month - 1, ahead: 1, foretold: 1000, actual: 980 },
    ...{ low95: 960, high95: 1040, error: -0.02, miss: -1, inside80: true, inside95: true },
    ...changes,
  });

  it("says how earlier forecasts of this month did, and how often limits held", () => {
    const place = factsOf().outlook!.forecasts[0]!;
    const outcomes = [outcome({ ahead: 2, inside95: false, inside80: false, actual: 950 }), outcome({})];
    expect(outcomeSentence({ ...place, outcomes }).zh).toBe(
      "1个月前预测本月1,000人，实际980人，误差-2.00%，在95%区间；2个月前预测本月1,000人，实际950人，误差-5.00%，超出95%区间（均按作出预测时的企业口径折算）。",
    );
    const record = [outcome({}), outcome({ inside80: false }), outcome({ inside80: false, inside95: false })];
    expect(recordSentence({ ...factsOf().outlook!, record }).en).toBe(
      "Of the last 3 forecasts a month ahead, 1 fell inside the 80 % limits and 2 inside the 95 % limits.",
    );
  });

  it("recomputes a forecast's error from the persons as printed, and tells none where nobody was foretold", () => {
    const outlook = factsOf().outlook!;
    const told = (foretold: number, actual: number) => {
      const place = { ...outlook.forecasts[0]!, outcomes: [outcome({ foretold, actual, error: null })] };
      return [outcomeSentence(place).zh, outcomeBrief(place, outlook).zh];
    };
    const [sentence, brief] = told(16.14, 16);
    expect(sentence).toContain("预测本月16人，实际16人，误差0.00%，");
    expect(brief).toMatch(/^上月预测本月16人，实际16人，误差\S*0\.00%，在95%区间/);
    for (const words of told(0.2, 0)) expect(words).not.toContain("误差");
  });

  it("raises a line when a count is unusual, with observed, expected, bound and method", () => {
    const counts = outlookInput(panel).counts.map((c) =>
      c.kind === "silent" && c.dimension === "region"
        ? {
            ...c,
            alarm: {
              ...({ kind: "judged", method: "ears-c2", observed: c.count, expected: 1.25, bound: 3.5 } as const),
              alarm: true,
            },
          }
        : c,
    );
    const { outlook } = factsOf({ counts });
    const silent = outlook!.counts.find((c) => c.kind === "silent" && c.dimension === "region")!.count;
    expect(countSentence(outlook!).zh).toBe(`数量异常：庙宇镇未报企业${silent}，高于上限3.5（预期1.3，EARS C2法）。`);
  });

  it("draws the reported months on their band and the forecast after them", () => {
    const { expected, forecasts } = factsOf().outlook!;
    const { labels, datasets } = forecastChart(expected, forecasts[0]!.made, "zh").data;
    expect(labels).toEqual([...labels].toSorted());
    expect(labels.slice(-4)).toEqual(["2025-12", "2026-01", "2026-02", "2026-03"]);
    for (const { data } of datasets) expect(data).toHaveLength(labels.length);
    const [known, foretold] = datasets;
    expect(known!.data.slice(-3)).toEqual([null, null, null]);
    expect(foretold!.data.filter((value) => value !== null)).toHaveLength(4); // from this month on
  });
});
