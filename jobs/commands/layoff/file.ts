import { dayOf } from "../../../models/instant.ts";
import { GROUNDS } from "../../../models/statute/art41.ts";
import { FAULTS, type LayoffPlan } from "../../../models/statute/plan.ts";
import { text } from "../../../models/text.ts";
import { filePlan } from "../../layoff/file-plan.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec, Options } from "../command.ts";
import { dateOption, numberOption, optional, required } from "../values.ts";

const MOST = 10_000_000;

export const fileCommand: CommandSpec = {
  usage: "layoff file",
  summary: text(
    "登记企业报告的裁减人员方案（只记人数），并作为动态当场研判",
    "keep a filed layoff plan (numbers only) and judge it at once",
  ),
  options: [
    ["--enterprise <code>", text("统一社会信用代码", "the enterprise's code")],
    ["--people <n>", text("拟裁减人数", "people to be dismissed")],
    ["--staff <n>", text("职工总数", "staff")],
    ["--filed <YYYY-MM-DD>", text("报告日期（默认今天）", "day it was filed (default today)")],
    ["--explained <YYYY-MM-DD>", text("向工会或全体职工说明的日期", "day union or staff were told")],
    ["--starts <YYYY-MM-DD>", text("首次裁减日期", "first day of dismissals")],
    ["--ground <code>", text(`理由：${Object.keys(GROUNDS).join("、")}`, `ground: ${Object.keys(GROUNDS).join(", ")}`)],
    ["--groups <code=n,…>", text("方案中各类人员数", "people of each group in the plan")],
    ["--replaces <id>", text("更正哪一份方案", "the plan that it corrects")],
  ],
  examples: [
    "wengang layoff file --enterprise 91500237MA60000084 --people 37 --staff 80 --explained 2026-03-01 --starts 2026-03-31 --ground difficulties",
  ],
  run: async (_args, options, { where, clock, environment }) => {
    const plan = planOf(options, dayOf(clock()));
    const replaces = optional(options, "replaces");
    const corrects = replaces === undefined ? null : numberOption(replaces, "--replaces", 1, MOST);
    const { db, profile } = await openSession(where, false);
    try {
      const filing = { profile, by: environment.user, clock };
      const { id, faults, judged } = await filePlan(db, { ...plan, replaces: corrects }, filing);
      return {
        lines: [
          text(
            `已登记方案 ${id}：${plan.people}人（职工${plan.staff}人）。`,
            `Kept plan ${id}: ${plan.people} of ${plan.staff}.`,
          ),
          ...faults.map((fault) => text(`  须核实：${FAULTS[fault].zh}`, `  to be checked: ${FAULTS[fault].en}`)),
        ],
        json: { id, ...plan, faults, ...judged },
      };
    } finally {
      await db.close();
    }
  },
};

function planOf(options: Options, today: string): LayoffPlan {
  const explained = optional(options, "explained");
  const people = numberOption(required(options, "people", "--people"), "--people", 1, MOST);
  return {
    enterprise: required(options, "enterprise", "--enterprise"),
    filedOn: dateOption(optional(options, "filed") ?? today, "--filed"),
    explainedOn: explained === undefined ? null : dateOption(explained, "--explained"),
    startsOn: dateOption(required(options, "starts", "--starts"), "--starts"),
    people,
    staff: numberOption(required(options, "staff", "--staff"), "--staff", people, MOST),
    ground: required(options, "ground", "--ground"),
    groups: groupsOf(optional(options, "groups") ?? ""),
  };
}

function groupsOf(written: string): Record<string, number> {
  const pairs = written.split(/[,，]/).filter((pair) => pair.trim() !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [code = "", n = ""] = pair.trim().split("=");
      return [code, numberOption(n, "--groups", 0, MOST)];
    }),
  );
}
