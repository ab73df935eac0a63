import { dayOf, minuteOf } from "../../models/instant.ts";
import { type DeskScore, DUTIES, type Owed, overdueOf, scoreboard } from "../../models/joint/owed.ts";
import { formatMonth, monthOfDate } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { deskName } from "../../models/routing/desk-name.ts";
import { type Text, text } from "../../models/text.ts";
import { share as inTimeShare } from "../../reports/backtest-words.ts";
import { owedIn } from "../joint/owed.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";
import { monthOption, optional } from "./values.ts";

export const dispatch: CommandSpec = {
  usage: "dispatch",
  summary: text("月调度清单：谁逾期未办，各部门办理情况", "the month's 调度 list: what is overdue, how each desk did"),
  options: [["--month <YYYY-MM>", text("月份（默认本月）", "the month (default: this one)")]],
  examples: ["wengang dispatch", "wengang dispatch --month 2026-03 --json"],
  run: async (_args, options, { where, clock }) => {
    const now = clock();
    const asked = optional(options, "month");
    const month = asked === undefined ? monthOfDate(dayOf(now)) : monthOption(asked, "--month");
    const { db, profile } = await openSession(where, false);
    try {
      const owed = await owedIn(db, profile, month);
      const overdue = overdueOf(owed, now);
      const scores = scoreboard(owed, now);
      return {
        lines: [
          text(
            `${profile.title.zh} ${formatMonth(month)} 调度清单：逾期未办 ${overdue.length} 项。`,
            `${profile.title.en} ${formatMonth(month)}: ${overdue.length} overdue.`,
          ),
          ...overdue.map((one) => overdueLine(one, profile)),
          text("各单位办理情况（按时/逾期办结/逾期未办/未到期）：", "Desks (in time/late/overdue/not due):"),
          ...(scores.length === 0
            ? [text("  本月没有应办事项。", "  Nothing was owed.")]
            : scores.map((score) => scoreLine(score, profile))),
        ],
        json: { month: formatMonth(month), overdue, scores },
      };
    } finally {
      await db.close();
    }
  },
};

function overdueLine({ duty, desk, subject, due }: Owed, profile: Profile): Text {
  const name = deskName(desk, profile);
  return text(
    `  ${name.zh}  ${DUTIES[duty].zh}  ${subject}  应于${minuteOf(due)}前`,
    `  ${name.en}  ${DUTIES[duty].en}  ${subject}  due ${minuteOf(due)}`,
  );
}

function scoreLine({ desk, inTime, late, overdue, notDue, share }: DeskScore, profile: Profile): Text {
  const name = deskName(desk, profile);
  const percent = inTimeShare(share);
  const counts = `${inTime}/${late}/${overdue}/${notDue}`;
  return text(`  ${name.zh}  ${counts}  按时率${percent}`, `  ${name.en}  ${counts}  in time ${percent}`);
}
