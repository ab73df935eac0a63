import { describe, expect, it } from "vitest";
import { change, count, decimal, money, rate } from "../../reports/document/cell.ts";
import type { Block, Heading } from "../../reports/document/document.ts";
import { annexName, chineseNumeral, headingNumbers } from "../../reports/document/heading-numbers.ts";
import { titleLines } from "../../reports/formats/title-lines.ts";

const said = (cell: { readonly lines: readonly (readonly { readonly text: string }[])[] }): string =>
  cell.lines[0]![0]!.text;

describe("a number in a cell", () => {
  // 450 / 35,244 = .012768…; 827 / 76,061 = .010873…
  it.each([
    [rate(450 / 35244), "1.28%"],
    [rate(827 / 76061), "1.09%"],
    [rate(-0.00001), "0.00%"],
    [count(1234567), "1,234,567"],
    [count(12.5), "12.5"],
    [count(0), "0"],
    [count(null), "—"],
    [rate(null, "不可计算"), "不可计算"],
    [change(12), "+12"],
    [change(-12), "-12"],
    [change(0), "0"],
    [decimal(0.425, 2), "0.43"],
    [decimal(-0.425, 2), "-0.43"],
    [money(1234.5), "1,234.50"],
  ])("%#: prints as %s", (cell, text) => {
    expect(said(cell)).toBe(text);
  });

  it("keeps its value beside the text", () => {
    expect(rate(450 / 35244).number).toEqual({ value: 450 / 35244, form: { kind: "percent", digits: 2 } });
    expect(count(null).number!.value).toBeNull();
  });
});

describe("headings", () => {
  const heading = (level: Heading["level"], text: string): Heading => ({ kind: "heading", level, text });
  const blocks: Block[] = [
    heading(1, "a"),
    heading(2, "b"),
    heading(2, "c"),
    heading(3, "d"),
    heading(4, "e"),
    heading(1, "f"),
    heading(2, "g"),
    { kind: "annex", title: "x" },
    heading(1, "h"),
  ];
  it("are numbered 一、 （一） 1. （1） and begin anew below a higher one and in an annex", () => {
    expect([...headingNumbers(blocks, "zh").values()]).toEqual([
      ...["一、", "（一）", "（二）", "1.", "（1）", "二、", "（一）", "一、"],
    ]);
  });
  it("are counted 1 1.1 in English", () => {
    expect([...headingNumbers(blocks, "en").values()].map((n) => n.trim())).toEqual([
      ...["1", "1.1", "1.2", "1.2.1", "1.2.1.1", "2", "2.1", "1"],
    ]);
  });
  it.each([
    [1, "一"],
    [10, "十"],
    [11, "十一"],
    [20, "二十"],
    [99, "九十九"],
  ])("%i is %s", (n, text) => {
    expect(chineseNumeral(n)).toBe(text);
  });
  it("refuse a number that no report comes near", () => {
    expect(() => chineseNumeral(100)).toThrow("1 to 99, got 100");
  });
});

it("annexes are numbered only when there are several", () => {
  expect([annexName(1, 1, "zh"), annexName(2, 3, "zh"), annexName(2, 3, "en")]).toEqual(["附件", "附件2", "Annex 2"]);
});

describe("a long title", () => {
  it("breaks into lines of nearly equal length", () => {
    expect(titleLines("巫山县重点企业用工监测分析报告（2026年10月）", 20)).toEqual([
      "巫山县重点企业用工监测",
      "分析报告（2026年10月）",
    ]);
  });
  it.each([
    [
      "巫山县企业用工监测和稳岗预警情况通报（2025年第四季度）",
      ["巫山县企业用工监测和稳岗预警", "情况通报（2025年第四季度）"],
    ],
    [
      "县经济信息委主管行业企业用工监测分析报告（2025年12月）",
      ["县经济信息委主管行业企业用工", "监测分析报告（2025年12月）"],
    ],
    [
      "县规划自然资源局主管行业企业用工监测分析报告（2025年12月）",
      ["县规划自然资源局主管行业企业", "用工监测分析报告（2025年12月）"],
    ],
    [
      "Wushan County: circular on employment and alerts, 2025 Q4",
      ["Wushan County: circular on", "employment and alerts, 2025 Q4"],
    ],
  ])("breaks between words: %s", (title, lines) => {
    expect(titleLines(title, 18)).toEqual(lines);
  });
  it("never tears a word of the trade, however narrow the line", () => {
    for (let most = 6; most < 20; most++) {
      const lines = titleLines("巫山县企业用工监测和稳岗预警情况通报（2025年第四季度）", most);
      for (const word of ["用工", "监测", "稳岗", "预警", "情况", "通报"])
        expect(lines.filter((l) => l.includes(word))).toHaveLength(1);
    }
  });
  it("stays whole when it fits", () => {
    expect(titleLines("月调度清单", 20)).toEqual(["月调度清单"]);
  });
  it("begins no line with a closing mark and ends none with an opening one", () => {
    for (let most = 6; most < 20; most++)
      for (const line of titleLines("关于《稳岗返还》、“直补快办”等政策落实情况的通报（第三季度）", most)) {
        expect(line).not.toMatch(/^[》、”）]/);
        expect(line).not.toMatch(/[《“（]$/);
      }
  });
});
