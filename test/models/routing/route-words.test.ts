import { expect, it } from "vitest";
import type { DeskRule, Route } from "../../../models/routing/route.ts";
import { deskRuleWords, whenWords } from "../../../models/routing/route-words.ts";
import { text } from "../../../models/text.ts";
import { wushan } from "../../county.ts";

const asking = (when: Route["when"]): Route => ({
  ...{ id: "r", name: text("规则", "route"), when, desks: [] },
  origin: { kind: "convention", note: text("默认", "default") },
});

it.each([
  [{}, "不另限定", "no further condition"],
  [{ subject: "place" }, "全域预警", "alerts of the whole place"],
  [{ keyEnterprise: true, stateOwned: true }, "重点企业，且国有企业", "key enterprises, and state-owned enterprises"],
  [{ levels: ["red", "orange"] }, "红色预警、橙色预警", "of level Red or Orange"],
  [{ industries: ["C"] }, "行业为制造业", "of industry Manufacturing"],
  [{ regions: ["500237001"] }, "位于高唐街道", "in Gaotang Street"],
  [{ events: ["wage-arrears", "gone"] }, "依据动态拖欠工资、gone", "because of Wages in arrears or gone"],
] as const)("a route that asks for %j says so", (when, zh, en) => {
  expect(whenWords(asking(when), wushan)).toEqual({ zh, en });
});

it.each([
  [{ to: "region" }, "所在乡镇街道"],
  [{ to: "department", department: "miit" }, "县经济信息委"],
  [{ to: "department", department: "gone" }, "gone"],
] as const satisfies readonly (readonly [DeskRule, string])[])("a rule %j means a desk in words", (rule, zh) => {
  expect(deskRuleWords(rule, wushan).zh).toBe(zh);
});

it("a park is told of what sits in it", () => {
  expect(deskRuleWords({ to: "park", department: "miit" }, wushan).zh).toBe("位于园区的：县经济信息委");
});
