import { Problem } from "../../../models/problem.ts";
import { REPORT_KINDS, type ReportKind } from "../../../models/report-kind.ts";
import { text } from "../../../models/text.ts";
import type { CommandSpec, Options } from "../command.ts";
import { optional } from "../values.ts";

/** Kinds that one can ask for by name; a correction comes with a later vintage. */
export type AskedKind = Exclude<ReportKind, "correction">;
const KINDS = REPORT_KINDS.filter((kind): kind is AskedKind => kind !== "correction");

/** Which report is meant. */
export const REPORT_OPTIONS: CommandSpec["options"] = [
  ["--month <YYYY-MM>", text("月份（突发专报以动态日期为准）", "the month (a flash report goes by its event's)")],
  ["--kind <kind>", text(`种类：${KINDS.join("、")}`, `kind: ${KINDS.join(", ")}`), "monthly"],
  ["--department <name>", text("只看某主管部门的行业（代码或名称）", "of one department's enterprises (code or name)")],
  ["--region <name>", text("只看某乡镇街道（代码或名称）", "of one township (code or name)")],
  ["--event <id>", text("突发专报的动态：企业代码/类型/日期", "the event of a flash report: CODE/kind/date")],
];

/** Who does it, where that is not who is logged in. */
export const BY: CommandSpec["options"][number] = [
  "--by <name>",
  text("办理人（默认当前登录名）", "who does it (default: login name)"),
];

export function kindOf(options: Options): AskedKind {
  const given = optional(options, "kind") ?? "monthly";
  const kind = KINDS.find((one) => one === given);
  if (kind) return kind;
  throw new Problem(
    "usage",
    "kind-unknown",
    text(`--kind 没有“${given}”这一种。`, `--kind has no "${given}".`),
    text(`可用：${KINDS.join("、")}。`, `There are: ${KINDS.join(", ")}.`),
  );
}
