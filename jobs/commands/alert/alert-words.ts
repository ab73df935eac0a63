import { actionName } from "../../../models/alert/action-name.ts";
import { OUTCOMES } from "../../../models/alert/outcome.ts";
import { STATE_NAMES } from "../../../models/alert/state-names.ts";
import { minuteOf } from "../../../models/instant.ts";
import { toldState, untoldReason } from "../../../models/notice/told-words.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Alert, ChangeRow } from "../../../src/db/alert-life.ts";
import type { Told } from "../../../src/db/told.ts";

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
  const action = actionName(change.action);
  const level = levelWords(change.level, profile);
  const why = [change.reason, change.until, change.owner].filter((part) => part !== null).join("；");
  const at = minuteOf(Date.parse(change.at));
  return text(
    `  ${at}  ${change.actor}  ${action.zh}（${level.zh}）${why && `：${why}`}`,
    `  ${at}  ${change.actor}  ${action.en} (${level.en})${why && `: ${why}`}`,
  );
}

/** One line a telling: when, which desk, who, how, with what result. */
export function toldLine(told: Told): Text {
  const state = toldState(told.state);
  const to = told.name === null ? "" : `${told.name}（${told.channel} ${told.hint}）`;
  const at = minuteOf(Date.parse(told.doneAt ?? told.at));
  const words = told.reason === null ? null : untoldReason(told.reason, told.state);
  const reason = words === null ? text("", "") : text(`：${words.zh}`, `: ${words.en}`);
  return text(
    `  ${at}  ${told.desk}  ${to}${state.zh}${reason.zh}${(told.attempts ?? 0) > 1 ? `，第${told.attempts}次` : ""}`,
    `  ${at}  ${told.desk}  ${to} ${state.en}${reason.en}${(told.attempts ?? 0) > 1 ? `, try ${told.attempts}` : ""}`,
  );
}
