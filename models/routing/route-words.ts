import type { Profile } from "../profile.ts";
import { type Text, text } from "../text.ts";
import type { DeskRule, Route } from "./route.ts";

/** What a route asks of an alert, in words; what it asks beside the route above it. */
export function whenWords({ when }: Route, { levels, industries, regions, eventKinds }: Profile): Text {
  const asks = [
    ...(when.subject === "enterprise" ? [text("企业预警", "alerts of enterprises")] : []),
    ...(when.subject === "place" ? [text("全域预警", "alerts of the whole place")] : []),
    ...(when.levels ? [oneOf(text("", "of level "), when.levels, levels)] : []),
    ...(when.keyEnterprise ? [text("重点企业", "key enterprises")] : []),
    ...(when.stateOwned ? [text("国有企业", "state-owned enterprises")] : []),
    ...(when.industries ? [oneOf(text("行业为", "of industry "), when.industries, industries)] : []),
    ...(when.regions ? [oneOf(text("位于", "in "), when.regions, regions)] : []),
    ...(when.events ? [oneOf(text("依据动态", "because of "), when.events, eventKinds)] : []),
  ];
  if (asks.length === 0) return text("不另限定", "no further condition");
  return text(asks.map(({ zh }) => zh).join("，且"), asks.map(({ en }) => en).join(", and "));
}

type Names = readonly { readonly code: string; readonly name: Text }[];

function oneOf(before: Text, codes: readonly string[], names: Names): Text {
  const found = codes.map((code) => names.find((one) => one.code === code)?.name ?? text(code, code));
  return text(
    `${before.zh}${found.map(({ zh }) => zh).join("、")}`,
    `${before.en}${found.map(({ en }) => en).join(" or ")}`,
  );
}

/** The desk that a rule means, in words. */
export function deskRuleWords(rule: DeskRule, { departments }: Profile): Text {
  if (rule.to === "department") return departmentName(rule.department, departments);
  if (rule.to !== "park") return DESKS[rule.to];
  const { zh, en } = departmentName(rule.department, departments);
  return text(`位于园区的：${zh}`, `where it sits in a park: ${en}`);
}

const DESKS = {
  regulators: text("行业主管部门", "the regulators of its industry"),
  owner: text("国有资产出资人部门", "the owner by ownership"),
  region: text("所在乡镇街道", "its town or street"),
  specialist: text("该企业的就业服务专员", "its employment specialist"),
} as const;

export const departmentName = (code: string, departments: Names): Text =>
  departments.find((one) => one.code === code)?.name ?? text(code, code);
