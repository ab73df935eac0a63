import { formatMonth, monthInChinese } from "../month.ts";
import { type Text, text } from "../text.ts";
import { explainMissing } from "./explain-missing.ts";
import type { HeadRoom } from "./head-room.ts";

/** "再减少 2 人即失去返还资格" with what it was reckoned from. */
export function explainHeadRoom(headRoom: HeadRoom): Text {
  if (headRoom.kind === "unknown") {
    const missing = explainMissing(headRoom.missing);
    return text(`本年余量暂不能推算：${missing.zh}`, `this year's head-room is not known: ${missing.en}`);
  }
  const { year, month, start, current, worstCase } = headRoom;
  const said = spoken(headRoom);
  const [from, to] = [`${year - 1}`, formatMonth(month)];
  const worst = worstCase
    ? text("，按减少人员均领取失业保险金推算", ", every leaver being taken to draw benefit")
    : text("", "");
  const began =
    start === null
      ? text(`${from}年末未报`, `${from} not reported at its end`)
      : text(`${from}年末${start}人`, `${start} at the end of ${from}`);
  return text(
    `${said.zh}（${began.zh}，${monthInChinese(month)}${current}人，按现行标准至${year}年末${worst.zh}）`,
    `${said.en} (${began.en}, ${current} in ${to}; by the rule in force, to the end of ${year}${worst.en})`,
  );
}

function spoken(headRoom: Exclude<HeadRoom, { kind: "unknown" }>): Text {
  if (headRoom.kind === "lost") return text("本年已失去下年申领资格", "next year's claim is already lost");
  const { people, current } = headRoom;
  if (headRoom.kind === "regain")
    return text(
      `本年已超出标准，至少恢复 ${people} 人方可申领`,
      `beyond the limit this year; ${people} must be regained`,
    );
  if (people === current) return text("本年减员不影响下年申领", "no departure this year touches next year's claim");
  return text(`再减少 ${people + 1} 人即失去返还资格`, `${people + 1} more leaving loses next year's claim`);
}
