import { ACTIONS, type LifeAction } from "../../../models/alert/actions.ts";
import { OUTCOMES } from "../../../models/alert/outcome.ts";
import { STATE_NAMES } from "../../../models/alert/state-names.ts";
import { minuteOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Alert, ChangeRow } from "../../../src/db/alert-life.ts";
import type { Told } from "../../../src/db/sending.ts";

/** Shape and word of a level; a dash for an alert whose cause is gone. */
export function levelWords(level: string | null, profile: Profile): Text {
  const found = profile.levels.find(({ code }) => code === level);
  return found ? text(`${found.shape}${found.name.zh}`, `${found.shape}${found.name.en}`) : text("—", "—");
}

/** One line an alert: number, level, who, how it stands. */
export function alertLine(alert: Alert, name: string, profile: Profile): Text {
  const { life } = alert;
  const level = levelWords(alert.level, profile);
  const state = STATE_NAMES[life.state];
  const outcome =
    life.outcome === null ? text("", "") : text(`（${OUTCOMES[life.outcome].zh}）`, ` (${OUTCOMES[life.outcome].en})`);
  const rest = notes(alert);
  return text(
    `${alert.number}  ${level.zh}  ${name}  ${state.zh}${outcome.zh}${rest.zh}`,
    `${alert.number}  ${level.en}  ${name}  ${state.en}${outcome.en}${rest.en}`,
  );
}

function notes({ life: { owner, snoozedUntil, noData } }: Alert): Text {
  const parts = [
    ...(owner === null ? [] : [text(`负责人${owner}`, `owner ${owner}`)]),
    ...(snoozedUntil === null ? [] : [text(`暂缓至${snoozedUntil}`, `snoozed until ${snoozedUntil}`)]),
    ...(noData ? [text("数据未报", "no data")] : []),
  ];
  return text(parts.map(({ zh }) => `，${zh}`).join(""), parts.map(({ en }) => `, ${en}`).join(""));
}

/** One line a change: when, who, what, why. */
export function changeLine(change: ChangeRow, profile: Profile): Text {
  const action = change.action === "raise" ? RAISED : ACTIONS[change.action as LifeAction].name;
  const level = levelWords(change.level, profile);
  const why = [change.reason, change.until, change.owner].filter((part) => part !== null).join("；");
  const at = minuteOf(Date.parse(change.at));
  return text(
    `  ${at}  ${change.actor}  ${action.zh}（${level.zh}）${why && `：${why}`}`,
    `  ${at}  ${change.actor}  ${action.en} (${level.en})${why && `: ${why}`}`,
  );
}

const RAISED = text("发出预警", "raised");

const TOLD_WORDS: Readonly<Record<string, Text>> = {
  waiting: text("待发送", "waiting"),
  delivered: text("已送达", "delivered"),
  failed: text("发送失败", "failed"),
  suppressed: text("未发送", "not sent"),
  sent: text("已组成消息", "in a message"),
};

/** Why something was not sent, or waits. */
const REASON_WORDS: Readonly<Record<string, Text>> = {
  overtaken: text("已有更新的通知", "overtaken by a newer one"),
  "over-before-told": text("通知前已解除", "over before anybody was told"),
  "daily-message": text("随下一次每日汇总发送", "goes with the next daily message"),
  snoozed: text("暂缓提醒", "snoozed"),
  paused: text("停提醒安排", "paused"),
  "nobody-behind-desk": text("该单位没有接收人，已转领导小组办公室", "nobody behind the desk; passed on to the office"),
  "address-refused": text("地址失效，已转领导小组办公室", "address refused; passed on to the office"),
};

/** One line a telling: when, which desk, who, how, with what result. */
export function toldLine(told: Told): Text {
  const state = TOLD_WORDS[told.state] ?? text(told.state, told.state);
  const to = told.name === null ? "" : `${told.name}（${told.channel} ${told.hint}）`;
  const at = minuteOf(Date.parse(told.doneAt ?? told.at));
  const words = told.reason === null ? null : (REASON_WORDS[told.reason] ?? text(told.reason, told.reason));
  const reason = words === null ? text("", "") : text(`：${words.zh}`, `: ${words.en}`);
  return text(
    `  ${at}  ${told.desk}  ${to}${state.zh}${reason.zh}${(told.attempts ?? 0) > 1 ? `，第${told.attempts}次` : ""}`,
    `  ${at}  ${told.desk}  ${to} ${state.en}${reason.en}${(told.attempts ?? 0) > 1 ? `, try ${told.attempts}` : ""}`,
  );
}
