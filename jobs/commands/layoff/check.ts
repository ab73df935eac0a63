import { art41, art41Line, art41Obligations, GROUPS } from "../../../models/statute/art41.ts";
import { text } from "../../../models/text.ts";
import type { CommandSpec } from "../command.ts";
import { dateOption, numberOption, optional, required } from "../values.ts";

const MOST = 10_000_000;

export const checkCommand: CommandSpec = {
  usage: "layoff check",
  summary: text(
    "经济性裁员（第四十一条）核对：是否触发、须办事项与期限",
    "art. 41: is it reached, what must be done, by when",
  ),
  options: [
    ["--people <n>", text("拟裁减人数", "people to be dismissed")],
    ["--staff <n>", text("企业（法人）职工总数", "staff of the legal entity")],
    ["--from <YYYY-MM-DD>", text("首次裁减日期", "first day of dismissals")],
  ],
  examples: ["wengang layoff check --people 19 --staff 190 --from 2026-03-31"],
  run: async (_args, options) => {
    const people = numberOption(required(options, "people", "--people"), "--people", 0, MOST);
    const staff = numberOption(required(options, "staff", "--staff"), "--staff", Math.max(1, people), MOST);
    const from = optional(options, "from");
    const triggered = art41({ people, staff });
    const duties = from === undefined ? [] : art41Obligations(dateOption(from, "--from"));
    const verdict =
      triggered.kind === "triggered"
        ? text("适用第四十一条", "art. 41 applies")
        : text(
            `不适用第四十一条（${art41Line(staff)}人起适用）`,
            `art. 41 does not apply (it does from ${art41Line(staff)} on)`,
          );
    return {
      lines: [
        text(
          `${verdict.zh}：${triggered.arithmetic.zh}。净减少不等于裁员；劳务派遣人员不计入。`,
          `${verdict.en}: ${triggered.arithmetic.en}. Net loss is not layoff; dispatch workers do not count.`,
        ),
        ...(triggered.kind === "triggered" ? duties : []).map(({ name, due, origin }) =>
          text(`  ${due ?? "裁减前"}  ${name.zh}（${origin.zh}）`, `  ${due ?? "before"}  ${name.en} (${origin.en})`),
        ),
        ...(triggered.kind === "triggered" ? GROUPS : []).map(({ kind, name }) =>
          text(
            `  □ ${kind === "protected" ? "不得裁减" : "优先留用"}：${name.zh}`,
            `  □ ${kind === "protected" ? "must not go" : "stays first"}: ${name.en}`,
          ),
        ),
      ],
      json: { people, staff, ...triggered, line: art41Line(staff), obligations: duties },
    };
  },
};
