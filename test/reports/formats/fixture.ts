import type { ChartConfig } from "../../../reports/charts.ts";
import { change, count, decimal, rate, words } from "../../../reports/document/cell.ts";
import type { Block, DocumentRow, ReportDocument } from "../../../reports/document/document.ts";

const CHART: ChartConfig = {
  type: "line",
  data: {
    labels: ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"],
    datasets: [{ label: "用工人数", data: [35244, 35190, null, 35012, 34794], borderColor: "#1a1a1a" }],
  },
  options: { animation: false },
};

const industryRow = (name: string, before: number, now: number): DocumentRow => ({
  cells: [words(name), count(before), count(now), change(now - before), rate((now - before) / before)],
});

const industries: Block = {
  kind: "table",
  id: "industries",
  caption: "各行业用工变化",
  unit: "人",
  columns: [
    { head: "行业", kind: "text" },
    ...["上月", "本月", "净变动", "变动率"].map((head) => ({ head, kind: "number" as const })),
  ],
  rows: [
    { kind: "sum", cells: industryRow("合计", 35244, 34794).cells },
    industryRow("制造业", 12001, 11702),
    { kind: "sub", cells: industryRow("其中：纺织服装、服饰业", 4210, 3998).cells },
    industryRow("建筑业", 9000, 8890),
    { cells: [words("采矿业"), count(null, "*"), count(null, "*"), change(null, "*"), rate(null, "不可计算")] },
  ],
  empty: "本月无数据。",
};

const alerts: Block = {
  kind: "table",
  id: "alerts",
  caption: "预警企业清单",
  unit: "人",
  stack: true,
  columns: [
    { head: "企业", kind: "text" },
    { head: "等级", kind: "tag" },
    { head: "原因", kind: "wide" },
    ...["上月", "本月", "预计", "风险"].map((head) => ({ head, kind: "number" as const })),
  ],
  rows: Array.from({ length: 24 }, (_, i) => ({
    cells: [
      words(`模拟纺织有限公司${i + 1}`, [{ text: "制造业，高唐街道", small: true }]),
      words([{ text: "▲红（Ⅰ级）", level: "red" }]),
      words("较同行业同规模企业少18人，为近24个月最大降幅；上月已报停产5天。"),
      ...[count(212 + i), count(160 + i), decimal(209.5 + i, 1), decimal(0.43, 2)],
    ],
  })),
  empty: "本月没有维持中的企业预警。",
};

/** A report with everything a report can have. */
export const FIXTURE: ReportDocument = {
  id: "monthly-2026-10",
  language: "zh",
  title: "巫山县重点企业用工监测分析报告（2026年10月）",
  marks: ["【模拟数据】", "内部使用"],
  head: {
    issuer: "巫山县就业工作领导小组办公室",
    number: "巫山就业办发〔2026〕3号",
    addressee: "县就业工作领导小组",
    date: "2026年11月8日",
    copies: ["县人力社保局", "县经济信息委"],
  },
  sources: [
    { name: "数据截至", text: "2026年11月6日" },
    { name: "阈值方案", text: "wushan-1" },
  ],
  blocks: [
    {
      kind: "paragraph",
      role: "lead",
      runs: [
        { text: "10月末，全县211户重点企业用工34794人，环比减少450人，下降1.28%；" },
        { text: "用工总体略有下降，红色预警1户。", strong: true },
      ],
    },
    { kind: "heading", level: 1, text: "总体情况", id: "overview" },
    { kind: "heading", level: 2, text: "用工趋势" },
    { kind: "paragraph", role: "body", runs: [{ text: "近5个月用工连续回落，8月1户未报，图中断开。" }] },
    {
      kind: "figure",
      id: "trend",
      title: "用工人数走势",
      says: "用工人数由6月的35244人降至10月的34794人。",
      config: CHART,
      width: "full",
    },
    { kind: "heading", level: 1, text: "变动分析" },
    industries,
    { kind: "paragraph", role: "note", runs: [{ text: "“*”为少于3户企业，不予公布。" }] },
    { kind: "heading", level: 2, text: "原因" },
    { kind: "heading", level: 3, text: "订单不足" },
    { kind: "heading", level: 4, text: "外销" },
    { kind: "paragraph", role: "body", runs: [{ text: "外销订单减少是主要原因。" }] },
    { kind: "annex", title: "预警企业清单" },
    alerts,
    { kind: "annex", title: "方法与阈值说明" },
    { kind: "heading", level: 1, text: "口径" },
    { kind: "paragraph", role: "body", runs: [{ text: "=SUM(A1) 与 <b>标记</b> 均按原文印出。" }] },
  ],
};
