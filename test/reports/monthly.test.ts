import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { text } from "../../models/text.ts";
import { type MonthlyFacts, monthlyFacts } from "../../reports/facts.ts";
import type { MonthlyInput } from "../../reports/input.ts";
import { html, scriptJson } from "../../reports/markup.ts";
import { handPanel, randomPanel } from "../models/panels.ts";
import { alert, monthlyInput, PROFILE } from "./monthly-input.ts";
import { outlookInput } from "./outlook-input.ts";
import { pageOf } from "./page.ts";

const chartScript = readFileSync("node_modules/chart.js/dist/chart.umd.js", "utf8");
const panel = randomPanel(300, PROFILE, parseMonth("2025-12"));
const facts = monthlyFacts(monthlyInput(panel, { alerts: [alert()], outlook: outlookInput(panel) }));
const page = pageOf(facts);

/** The rows of a table found by its caption, as texts. */
function tableRows(from: string, caption: string): string[][] {
  const table = from.split("<table>").find((t) => t.includes(`<caption>${caption}`))!;
  const body = table.slice(table.indexOf("<tbody>"), table.indexOf("</tbody>"));
  return body
    .split("<tr")
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) => cell[1]!.replace(/<[^>]+>/g, "")));
}

const number = (cell: string) => Number(cell.replaceAll(",", "").replace("%", ""));

describe("the monthly page", () => {
  it("has the report's title, its five parts and its annexes in order", () => {
    expect(page).toContain("<h1>巫山县重点企业用工监测分析报告（2025年12月）</h1>");
    const headings = [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map((m) => m[1]);
    expect(headings.slice(0, 5)).toEqual([
      ...["一、总体情况", "二、变动分析", "三、预警与处置", "四、走势预测", "五、工作建议"],
    ]);
    expect(headings.filter((heading) => heading!.startsWith("附件"))).toEqual([
      ...["附件1　主要指标和用工趋势", "附件2　分组用工变动", "附件3　预警企业清单"],
      ...["附件4　未报企业和数据质量", "附件5　口径、方法和阈值"],
    ]);
  });

  it("says the judgement first, then the same without the largest employers", () => {
    const [lead, without] = [...page.matchAll(/<p class="lead">(.*?)<\/p>/g)].map((m) => m[1]!);
    expect(lead).toMatch(/^2025年12月，巫山县应报企业.*<strong>.*总体需关注。/);
    expect(without).toMatch(/^剔除用工规模最大的4户企业/);
  });

  it("prints the figures it was given, group by group", () => {
    for (const [caption, groups] of [
      ["分乡镇（街道）用工变动", facts.groups.region],
      ["分行业门类用工变动", facts.groups.section],
      ["三次产业用工变动", facts.groups.sector],
      ["分人数规模用工变动", facts.groups.sizeBand],
      ["分企业划型用工变动", facts.groups.size],
      ["分主管部门用工变动", facts.groups.department],
    ] as const) {
      const rows = tableRows(page, caption);
      expect(rows).toHaveLength(groups.length);
      rows.forEach((row, i) => {
        const f = groups[i]!.previous;
        const shown = [f.reporting, f.matched, f.base, f.current, f.change];
        expect([row[0], ...row.slice(1, 6).map(number)]).toEqual([groups[i]!.name.zh, ...shown]);
        expect(number(row[6]!)).toBeCloseTo(f.rate! * 100, 1);
        expect(row.slice(7, 9).map(number)).toEqual([f.grossLoss, f.grossGain]);
      });
    }
    const [place] = tableRows(page, "分行业门类扩散与集中");
    expect(place!.slice(1, 3).map(number)).toEqual([
      facts.overall.previous.whole.down,
      facts.overall.previous.whole.up,
    ]);
  });

  it("tells a first alert from a repeated one", () => {
    const alerts = [alert(), alert({ name: "乙", code: "91500237123456789B", level: "yellow", repeat: true })];
    const rows = tableRows(pageOf(monthlyFacts(monthlyInput(panel, { alerts }))), "预警企业清单");
    expect(rows.map((row) => row[2])).toEqual(["新增2025-12起首次预警", "新增2025-12起再次预警"]);
  });

  it("lists a score with its 80 % limits, and a dash where none are known", () => {
    const unjudged = alert({ code: "91500237123456789B", riskLow: null, riskHigh: null });
    const { riskLow: _, riskHigh: __, ...before } = alert({ code: "91500237123456789C" }); // stored before they were told
    const rows = tableRows(
      pageOf(monthlyFacts(monthlyInput(panel, { alerts: [alert(), unjudged, before] }))),
      "预警企业清单",
    );
    expect(rows.map((row) => row.slice(-3))).toEqual([
      ["0.83", "0.71", "0.90"],
      ["0.83", "—", "—"],
      ["0.83", "—", "—"],
    ]);
  });

  it("names who has to act on an alert: departments by name, specialist, key enterprise", () => {
    const owned = alert({ departments: ["miit", "sasac"], specialist: "张三", keyEnterprise: true });
    const named = pageOf(monthlyFacts(monthlyInput(panel, { alerts: [owned] })));
    const [row] = tableRows(named, "预警企业清单");
    expect(row![0]).toContain("主管部门：县经济信息委、县国资管理中心");
    expect(row![0]).toContain("就业服务专员：张三");
    expect(row![0]).toContain("重点企业");
    const alerts = tableRows(named, "分主管部门预警企业").map((cells) => cells.slice(0, 4));
    expect(alerts).toContainEqual(["县经济信息委", "1", "0", "1"]); // one orange
    expect(alerts).toContainEqual(["县就业工作领导小组办公室", "0", "0", "0"]);
  });

  it("compares January and February joined with a year before, in every table", () => {
    const february = monthlyFacts(monthlyInput(randomPanel(300, PROFILE, parseMonth("2025-02"))));
    const joined = pageOf(february);
    const rows = tableRows(joined, "与各建档期比较");
    expect(rows.map((r) => r[0]).filter((name) => name!.includes("（"))).toEqual([
      "上月末（2025年1月，环比）",
      "年初建档（2024年12月，较年初）",
      "首次建档（各企业首报月，较首次建档）",
      "上年1—2月平均（1—2月合并，同比）",
    ]);
    expect(joined.match(/<span class="whole">1—2月<\/span><wbr>同比<\/th>/g)!.length).toBe(7);
    expect(joined).not.toMatch(/class="n">同比<\/th>/);
    const january = pageOf(monthlyFacts(monthlyInput(randomPanel(300, PROFILE, parseMonth("2025-01")))));
    for (const row of tableRows(january, "分行业门类用工变动")) expect(row.at(-1)).toBe("—");
    expect(january).not.toContain("上年同月");
  });

  it("prints the place against all four baselines, with and without the largest employers", () => {
    const rows = tableRows(page, "与各建档期比较");
    const figures = Object.values(facts.overall).flatMap(({ whole, without }) => [whole, without]);
    expect(rows.map((r) => [r[1], r[2], r[3], r[6]].map((c) => number(c!)))).toEqual(
      figures.map((f) => [f!.matched, f!.base, f!.current, f!.grossLoss]),
    );
    expect(rows.map((r) => r[0]).filter((name) => name!.includes("（"))).toEqual([
      "上月末（2025年11月，环比）",
      "年初建档（2024年12月，较年初）",
      "首次建档（各企业首报月，较首次建档）",
      "上年同月（2024年12月，同比）",
    ]);
  });

  it("prints the trend month by month, newest first, and opens the rest in place", () => {
    const rows = tableRows(page, "近13个月用工");
    expect(rows).toHaveLength(13);
    expect([rows[0]![0], number(rows[0]![2]!)]).toEqual(["2025-12", facts.trend.at(-1)!.headcount]);
    expect(rows.some((r) => r[0] === "2025-01（春节）")).toBe(true);
    expect(tableRows(page, "更早月份用工")).toHaveLength(24);
  });

  it("names every silent enterprise up to 320, the largest first, and counts the rest", () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ history: [i + 1, null] }));
    const silent = pageOf(monthlyFacts(monthlyInput(handPanel("2025-12", many))));
    const [first, folded] = [tableRows(silent, "未报企业"), tableRows(silent, "其后未报企业")];
    expect([first.length, first[0]![5], folded.length, folded.at(-1)![5]]).toEqual([20, "400", 300, "81"]);
    expect(silent).toContain("再往后的80户只计数、不列名");
  });

  it("shows a level by shape and word, and says that a score is no probability", () => {
    expect(page).toContain('<span class="level level-red">▲红色（Ⅰ级）</span>');
    expect(page).toContain("不是裁员发生的概率");
    expect(page).toContain("仅作标注，不构成预警");
  });

  it("needs nothing from outside", () => {
    const whole = pageOf(facts, chartScript);
    expect(page).not.toMatch(/https?:|@import|<link|<iframe|<img|\bsrc=/i);
    expect(whole.replace(chartScript.replace(/^\/\/# source.*$/gm, ""), "")).not.toMatch(
      /https?:|@import|<link|\bsrc=/i,
    );
    expect(whole).not.toContain("sourceMappingURL");
  });

  it("is the same byte for byte from facts that were stored", () => {
    expect(pageOf(JSON.parse(JSON.stringify(facts)) as MonthlyFacts)).toBe(page);
  });

  it("marks simulated data at its head and in its title, and real data not at all", () => {
    const simulated = pageOf(monthlyFacts(monthlyInput(panel, { simulated: true })));
    expect(simulated).toMatch(/<title>【模拟数据】.*巫山县/);
    expect(simulated.indexOf('<p class="simulated">【模拟数据】')).toBeLessThan(simulated.indexOf("<h1>"));
    expect(page).not.toContain("模拟数据");
  });

  it.each<[string, MonthlyInput]>([
    ["no data", monthlyInput(handPanel("2025-12", []))],
    ["one enterprise", monthlyInput(handPanel("2025-12", [{ history: [5, 4] }]))],
    ["one silent enterprise", monthlyInput(handPanel("2025-12", [{ history: [5, null] }]))],
    [
      "three enterprises",
      monthlyInput(handPanel("2025-02", [{ history: [5, 4] }, { history: [0, 3] }, { history: [9, 9] }])),
    ],
    ["no Spring Festival", monthlyInput(panel, { profile: withoutFestival() })],
  ])("is whole with %s", (_, input) => {
    const small = pageOf(monthlyFacts(input));
    expect(small.replace(/<script.*?<\/script>/gs, "")).not.toMatch(/undefined|NaN|null|\[object|Infinity/);
    for (const part of ["一、总体情况", "五、工作建议", "附件5"]) expect(small).toContain(part);
  });

  it("does not speak of Spring Festival where there is none", () => {
    const kaunas = pageOf(monthlyFacts(monthlyInput(panel, { profile: withoutFestival() })));
    expect(page).toContain("春节");
    expect(kaunas).not.toContain("春节");
  });
});

function withoutFestival() {
  return { ...PROFILE, calendar: { ...PROFILE.calendar, springFestival: false } };
}

describe("hostile names", () => {
  const name = `</script><script>alert(1)</script>"'><img src=x onerror=alert(2)>&\u2028`;

  it("stay text wherever they are printed", () => {
    const code = `"><svg onload=alert(3)>`;
    const hostile = monthlyInput(panel, {
      alerts: [alert({ name, code, explanation: text(name, name), rules: [text(name, name)] })],
      vintage: text(name, name),
      completeness: {
        ...monthlyInput(panel).completeness,
        batches: [{ name, verdict: "accepted", read: 2, accepted: 1, quarantined: 1, warned: 0 }],
        findings: [
          {
            ...{ code: name, severity: "warn", count: 1, meaning: text(name, name) },
            examples: [{ batch: name, cell: name, value: name }],
          },
        ],
      },
    });
    const written = pageOf(monthlyFacts(hostile), "/* chart */");
    expect(written).not.toMatch(/<img|<svg|<script>alert/);
    // Our own: one json a chart, the chart library, the drawing script.
    expect([...written.matchAll(/<script/g)].length).toBe([...written.matchAll(/<\/script>/g)].length);
    expect(written).toContain("&lt;img src=x onerror=alert(2)&gt;");
  });

  it("cannot pass as markup or end a script", () => {
    expect(() => html`${{ markup: "<b>" } as never}`).toThrow("markup must come from the html tag");
    expect(html`<i title="${name}">${["a", null, 1]}</i>`.markup).toBe(
      `<i title="&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src=x onerror=alert(2)&gt;&amp;\u2028">a1</i>`,
    );
    expect(JSON.parse(scriptJson({ name }).markup)).toEqual({ name });
    expect(scriptJson({ name }).markup).not.toMatch(/[<>&\u2028]/);
  });

  it("a level's colour is a colour or nothing", () => {
    const levels = PROFILE.levels.map((l) => ({ ...l, color: "red;background:url(//x)" }));
    const coloured = monthlyFacts(monthlyInput(panel, { profile: { ...PROFILE, levels }, alerts: [alert()] }));
    expect(pageOf(coloured)).not.toContain("url(");
  });
});
