import { describe, expect, it } from "vitest";
import { text } from "../../../models/text.ts";
import { monthlyFacts } from "../../../reports/facts.ts";
import { festivalBands } from "../../../reports/monthly/annex-trend.ts";
import { periodAdvice } from "../../../reports/period/advice.ts";
import type { PeriodFacts } from "../../../reports/period/facts.ts";
import { type PeriodGroup, ranked } from "../../../reports/period/group.ts";
import { laterStart } from "../../../reports/period/tables.ts";
import {
  alertSentence,
  beforeSentence,
  leadSentence,
  rankSentence,
  reportingSentence,
  withoutSentence,
} from "../../../reports/period/wording.ts";
import { handPanel } from "../../models/panels.ts";
import { monthlyInput } from "../monthly-input.ts";

/** A year's end of enterprises that went from one headcount to another, as far as sentences read it. */
function yearOf(...changes: readonly (readonly [from: number, to: number])[]): PeriodFacts {
  const panel = handPanel(
    "2025-12",
    changes.map(([from, to]) => ({ history: [...Array(12).fill(from), to] })),
  );
  const { overall, dominant, place } = monthlyFacts(monthlyInput(panel));
  const { whole, without } = overall["year-start"];
  return {
    ...{ kind: "annual", month: "2025-12", from: "2025-01", place, dominant, without },
    whole: { figure: whole, lastYear: null },
    yearAgo: overall["year-ago"].whole,
  } as unknown as PeriodFacts;
}

const group = (name: string, change: number): PeriodGroup =>
  ({
    ...{ code: name, name: text(name, name), rank: { change: 1, reporting: null } },
    figure: { matched: 9, base: 100, change, rate: change / 100 },
  }) as unknown as PeriodGroup;

describe("a circular", () => {
  it("calls the change of one or two enterprises no movement of the place, in both languages", () => {
    const { zh, en } = leadSentence(yearOf([40, 60], [6, 6]));
    // 46 → 66 is +20, 43.48 %.
    expect(zh).toBe(
      "2025年，巫山县共同样本仅2户，不足以反映总体变动，只列增减：用工由2024年12月末的46人变为66人，增加20人，比上年末上升43.48%。",
    );
    expect(en).toContain("Only 2 enterprises can be compared, too few to speak for the whole");
    expect(leadSentence(yearOf([40, 60], [6, 6], [1, 1])).zh).toContain("企业用工大幅上升：共同样本3户");
  });

  it("does not compare without the largest where there is nobody else, and says when it may not", () => {
    const few = yearOf([40, 60], [6, 6]);
    expect(withoutSentence(few).zh).toBe("已报企业仅2户，不另作剔除大户的比较。");
    expect(withoutSentence({ ...few, without: null }).zh).toContain("可推算个别企业用工，本期不予公布");
  });

  it("ranks none among the first and the last at once", () => {
    const groups = [3, 2, 1, -1, -2].map((change, i) => group("甲乙丙丁戊"[i]!, change));
    expect(rankSentence(groups, text("各行业", "industries"), "quarterly").zh).toBe(
      "各行业用工变动率比上季末居前的：甲增加3人（3.00%）、乙增加2人（2.00%）；居后的：戊减少2人（-2.00%）、丁减少1人（-1.00%）。",
    );
    expect(rankSentence(groups.slice(0, 1), text("各行业", "industries"), "quarterly").zh).toBe("");
  });

  it("says so where departments share the enterprises they are asked about", () => {
    const desk = (name: string, severe: number) => ({ ...group(name, 0), alerts: { severe } });
    const [whole, others] = [
      { ...group("县", 0), alerts: { severe: 3 } },
      { region: [], section: [] },
    ];
    const asked = (...department: readonly unknown[]) => {
      const facts = { whole, groups: { ...others, department }, bounds: {} } as unknown as PeriodFacts;
      return periodAdvice(facts).find(({ code }) => code === "severe")!.because.zh;
    };
    expect(asked(desk("甲局", 2), desk("乙局", 1))).toBe("期末维持的前两级预警3户，涉及甲局2户、乙局1户");
    expect(asked(desk("甲局", 2), desk("乙局", 2))).toBe(
      "期末维持的前两级预警3户，涉及甲局2户、乙局2户（多部门共管的分别计入）",
    );
  });

  it("names no township or department as having most alerts where there is only one", () => {
    const alerts = { opened: 2, ended: 1, open: 2, severe: 0 };
    const [town, other] = ["甲镇", "乙镇"].map((name) => ({ ...group(name, 0), alerts }));
    const said = (region: readonly unknown[]) =>
      alertSentence({
        whole: { alerts },
        levels: [],
        groups: { region, department: [town] },
      } as unknown as PeriodFacts);
    expect(said([town]).zh).not.toContain("较多的");
    expect(said([town, other]).zh).toContain("期末较多的乡镇（街道）为甲镇2户、乙镇2户");
    expect(said([town]).en).toContain("New alerts about 2 enterprises, alerts closed or withdrawn: 1 enterprise;");
  });

  it("speaks of Spring Festival beside a chart only where the place has it", () => {
    const points = (springFestival: boolean) => [{ springFestival }] as unknown as PeriodFacts["trend"];
    expect(festivalBands(points(true)).zh).toBe("浅灰竖带为春节所在月；");
    expect(festivalBands(points(false))).toEqual({ zh: "", en: "" });
  });

  it("calls a year before whose rate prints as nothing unchanged", () => {
    const quarter = (lastYear: number) =>
      beforeSentence({
        ...yearOf([100, 90], [100, 100], [100, 100]),
        ...{ kind: "quarterly", whole: { lastYear } },
      } as unknown as PeriodFacts);
    expect(quarter(0.00001).zh).toContain("上年同期可比用工持平");
    expect(quarter(-0.00001).en).toContain("comparable employment was unchanged");
    expect(quarter(-0.0123).zh).toContain("上年同期可比用工下降1.23%");
  });

  it("names no movement where the beginning had nobody, in both languages", () => {
    const { zh, en } = leadSentence(yearOf([0, 5], [0, 0], [0, 0]));
    expect(zh).toContain("巫山县企业共同样本3户，用工由");
    expect(en).toContain("In 2025, ");
    expect(en).not.toContain("was :");
  });

  it("ranks nobody who has no other to stand beside", () => {
    const reporting = { expected: 4, reported: 3 };
    const one = { ...group("甲镇", 1), reporting } as PeriodGroup;
    const other = { ...group("乙镇", 2), reporting: { expected: 4, reported: 4 } } as PeriodGroup;
    expect(ranked([one])[0]!.rank).toEqual({ change: null, reporting: null });
    expect(ranked([one, other]).map(({ rank }) => rank)).toEqual([
      { change: 2, reporting: 2 },
      { change: 1, reporting: 1 },
    ]);
  });

  it("leaves months before the first report out of its table and says which", () => {
    const months = ["2025-10", "2025-11", "2025-12"].map((month, i) => ({
      month,
      point: { reporting: i < 2 ? 0 : 3 },
    }));
    expect(laterStart({ months } as unknown as PeriodFacts).zh).toBe("2025年10月至2025年11月没有用工数据，未列。");
    expect(laterStart({ months: months.slice(2) } as unknown as PeriodFacts).zh).toBe("");
  });

  it("tells a township's reports in numbers where fewer than ten were due", () => {
    const town = (name: string, reported: number, expected: number) =>
      ({ ...group(name, 0), reporting: { reported, expected } }) as unknown as PeriodGroup;
    const said = reportingSentence({
      whole: { reporting: { expected: 24, reported: 13 } },
      groups: { region: [town("甲镇", 2, 4), town("乙镇", 11, 20)], department: [] },
      bounds: { coverage: { value: 0.8 } },
    } as unknown as PeriodFacts);
    expect(said.zh).toContain("较低的为甲镇（4户次中的2户次）、乙镇（55.0%）");
  });

  it("says with what it compares the year before", () => {
    const quarter = { ...yearOf([100, 90], [100, 100], [100, 100]), kind: "quarterly" } as PeriodFacts;
    expect(beforeSentence(quarter).zh).toBe("与上年同月共同样本相比，减少10人，同比下降3.33%。");
  });
});
