import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { dueKinds } from "../../models/report-kind.ts";
import type { ReportScope } from "../../models/report-scope.ts";
import { letterOf } from "../../reports/letter.ts";
import { titleOf } from "../../reports/titles.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const place: ReportScope = { dimension: "place", code: "500237" };
const department: ReportScope = { dimension: "department", code: "miit" };
const street: ReportScope = { dimension: "region", code: "500237001" };
const town: ReportScope = { dimension: "region", code: "500237101" };

describe("from whom and to whom", () => {
  it.each([
    ["the office to its leading group", place, "巫山县就业工作领导小组办公室", "县就业工作领导小组"],
    ["a department to the office", department, "巫山县经济信息委", "县就业工作领导小组办公室"],
    ["the office to a street's office", street, "巫山县就业工作领导小组办公室", "高唐街道办事处"],
    ["the office to a town's government", town, "巫山县就业工作领导小组办公室", "庙宇镇人民政府"],
  ] as const)("%s", (_, scope, from, to) => {
    const letter = letterOf(wushan, "monthly", scope);
    expect([letter.from.zh, letter.to.zh]).toEqual([from, to]);
  });
});

describe("titles", () => {
  it.each([
    ["monthly", place, "2025-12", "巫山县重点企业用工监测分析报告（2025年12月）"],
    ["monthly", department, "2025-12", "县经济信息委主管行业企业用工监测分析报告（2025年12月）"],
    ["monthly", street, "2025-12", "高唐街道企业用工监测分析报告（2025年12月）"],
    ["dispatch", place, "2025-12", "巫山县稳岗预警调度清单（2025年12月）"],
    ["quarterly", place, "2025-03", "巫山县企业用工监测和稳岗预警情况通报（2025年第一季度）"],
    ["quarterly", place, "2025-12", "巫山县企业用工监测和稳岗预警情况通报（2025年第四季度）"],
    ["half-year", place, "2025-06", "巫山县上半年稳就业监测工作进度报告（2025年）"],
    ["annual", place, "2025-12", "巫山县稳就业监测工作成效报告（2025年）"],
  ] as const)("%s of %o in %s", (kind, scope, month, title) => {
    expect(titleOf(wushan, kind, scope, parseMonth(month)).zh).toBe(title);
  });
});

it.each([
  ["2025-01", ["monthly", "dispatch"]],
  ["2025-03", ["monthly", "dispatch", "quarterly"]],
  ["2025-06", ["monthly", "dispatch", "quarterly", "half-year"]],
  ["2025-09", ["monthly", "dispatch", "quarterly"]],
  ["2025-12", ["monthly", "dispatch", "quarterly", "annual"]],
])("the run of %s writes %j", (month, kinds) => {
  expect(dueKinds(parseMonth(month))).toEqual(kinds);
});
