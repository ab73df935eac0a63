import { describe, expect, it } from "vitest";
import { explainRisk } from "../../../models/explain/explain-risk.ts";
import { RISK_FEATURES } from "../../../models/risk/features.ts";

const part = (name: string, value: number, logOdds: number) => ({ name, value, logOdds });

describe("the risk in an explanation", () => {
  it("of a model fitted here is a probability with its interval", () => {
    const risk = { value: 0.182, interval: { low: 0.1, high: 0.254 }, kind: "trained" } as const;
    expect(explainRisk(risk)).toEqual({
      zh: "大幅减员概率18.2%（80%区间10.0%—25.4%）",
      en: "large reduction, probability 18.2% (80% interval 10.0% to 25.4%)",
    });
    expect(explainRisk({ ...risk, interval: null })!.zh).toBe("大幅减员概率18.2%");
  });

  it("of the shipped model is a score, without an interval measured elsewhere", () => {
    expect(explainRisk({ value: 0.182, interval: { low: 0.1, high: 0.254 }, kind: "shipped" })).toEqual({
      zh: "大幅减员风险评分0.18",
      en: "large reduction, score 0.18",
    });
  });

  it("names all that moves its odds by a tenth, the strongest first: what raises it, then what lowers it", () => {
    // range: ln(ln 1.5 + 0.02) → the highest month half as much again as the lowest; turbulence: ln(ln 1.04) → 4 % a month
    const said = explainRisk(undefined, [
      part("chance", Math.log(0.003), -3),
      part("turbulence", Math.log(Math.log(1.04)), 0.4),
      part("range", Math.log(Math.log(1.5) + 0.02), 0.9),
      part("dispatch", 0.2, 0.15),
      part("balance", 0.5, -0.2),
      part("leak", 0.8, 0.09),
      part("change3", 0.1, -0.09),
    ]);
    expect(said).toEqual({
      zh: "推高因素为近一年用工波动幅度（最高比最低多50.0%）、同行业近三月动荡程度（月均变动4.0%）、劳务派遣人员减少（占用工20.0%），拉低因素为平常波动越过减员线的可能（0.3%）、增员月与减员月之差（增员月份多出50.0%）",
      en: "raised by range of a year (highest 50.0% above lowest) and how much the trade moved lately (4.0% a month) and dispatch workers gone (20.0% of headcount), lowered by chance that usual movement crosses the line (0.3%) and months up less months down (50.0% more months up)",
    });
  });

  it("says what was reported in its place among the others", () => {
    const said = explainRisk({ value: 0.62, interval: null, kind: "trained" }, [
      part("base", Number.NaN, -5),
      part("events", 0.6, 3.4),
      part("chance", Math.log(0.05), 1),
    ]);
    expect(said!.zh).toBe(
      "大幅减员概率62.0%，推高因素为已报动态（其单独的可能为60.0%）、平常波动越过减员线的可能（5.0%）",
    );
  });

  it("says nothing of what raised a risk that is shown as 0.00", () => {
    const risk = { value: 0.0049, interval: null, kind: "shipped" } as const;
    expect(explainRisk(risk, [part("chance", -4, 1)])!.zh).toBe("大幅减员风险评分0.00");
    expect(explainRisk({ ...risk, value: 0.005 }, [part("chance", -4, 1)])!.zh).toContain("推高");
  });

  it("says how far below what was expected the month was, not where the model stops looking", () => {
    expect(explainRisk(undefined, [part("shock", -8, 0.2)], -11.5)!.zh).toContain("低于预期11.5个标准差");
  });

  it.each([
    ["chance", Math.log(0.03), "平常波动越过减员线的可能（3.0%）"],
    ["balance", -0.5, "增员月与减员月之差（减员月份多出50.0%）"],
    ["balance", 0, "增员月与减员月之差（增减月份相当）"],
    ["range", Math.log(0.02), "近一年用工波动幅度（一年内人数未变）"],
    ["change3", 0, "近三个月增减（未变）"],
    ["change3", Math.log(0.88), "近三个月增减（减少12.0%）"],
    ["change3", Math.log(1.25), "近三个月增减（增加25.0%）"],
    ["shock", -3.21, "当月异常程度（低于预期3.2个标准差）"],
    ["leak", 0.9, "持续小幅减员（累计量为界限的0.9倍）"],
    ["dispatch", 0.05, "劳务派遣人员减少（占用工5.0%）"],
    ["hidden", 0.12, "在岗无工作人员占比（12.0%）"],
  ])("says %s of %d as the reader counts", (name, value, words) => {
    expect(explainRisk(undefined, [part(name, value, 1)])!.zh).toBe(`推高因素为${words}`);
  });

  it("has words for every feature, and none for what is not known", () => {
    for (const { name } of RISK_FEATURES) expect(explainRisk(undefined, [part(name, 0.5, 1)])).not.toBeNull();
    expect(explainRisk(undefined)).toBeNull();
    expect(explainRisk({ value: Number.NaN, interval: null, kind: "trained" })).toBeNull();
    expect(explainRisk(undefined, [part("shock", Number.NEGATIVE_INFINITY, 1)])).toBeNull();
  });
});
