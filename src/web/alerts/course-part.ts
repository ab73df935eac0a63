import { actionName, type Happened } from "../../../models/alert/action-name.ts";
import { OUTCOMES } from "../../../models/alert/outcome.ts";
import type { DecisionReason } from "../../../models/decision/decision.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { DECISION_NOTES, DECISION_WORDS } from "../../../reports/wording/alerts.ts";
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";
import { momentWords } from "../pages/moment.ts";
import type { SheetView } from "./sheet-answer.ts";

type Change = SheetView["changes"][number];
type Decision = SheetView["decisions"][number];

const CHANGES = text("经过", "What happened");
const DECISIONS = text("历次判定", "Every judgement");

/** What people and the service did about the alert, the newest first; comments stand where they were made. */
export function changesPart(asked: Asked<unknown>, changes: readonly Change[], profile: Profile): Html {
  const { say, language } = asked;
  const heads = [
    text("时间", "When"),
    text("何人", "Who"),
    text("事项", "What"),
    text("等级", "Level"),
    text("内容", "What was said"),
  ];
  return html`<h2>${say(CHANGES)}</h2>${table({
    caption: say(CHANGES),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 4 ? { wide: true } : { tag: true }) })),
    rows: changes.toReversed().map((one) => ({
      name: momentWords(Date.parse(one.at)),
      cells: [
        one.actor === "system" ? say(text("系统", "the service")) : one.actor,
        say(actionName(one.action as Happened)),
        levelMark(asked, profile, one.level),
        said(one)
          .map(say)
          .join(language === "zh" ? "；" : "; "),
      ],
    })),
    ...{ stack: true, empty: "", language },
  })}`;
}

function said({ owner, until, outcome, reason }: Change): readonly Text[] {
  return [
    ...(owner === null ? [] : [text(`负责人${owner}`, `to ${owner}`)]),
    ...(until === null ? [] : [text(`至${until}`, `until ${until}`)]),
    ...(outcome === null ? [] : [OUTCOMES[outcome]]),
    ...(reason === null ? [] : [text(reason, reason)]),
  ];
}

/** Every stored decision with its reason, those that told nobody too. */
export function decisionsPart(asked: Asked<unknown>, decisions: readonly Decision[], profile: Profile): Html {
  const { say, language } = asked;
  const heads = [
    text("月份", "Month"),
    text("判定", "Judged"),
    text("本次 → 此后", "Found → from then on"),
    text("通知", "Told"),
    text("依据", "Because"),
  ];
  return html`<h2>${say(DECISIONS)}</h2>${table({
    caption: say(DECISIONS),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 4 ? { wide: true } : { tag: true }) })),
    rows: decisions.map((one) => ({
      name: one.month,
      cells: [
        `${one.asOf} ${say(BY[one.by])}`,
        html`${levelMark(asked, profile, one.foundLevel)} → ${levelMark(asked, profile, one.levelAfter)}`,
        say(sending(one)),
        say(one.explanation),
      ],
    })),
    ...{ stack: true, empty: say(text("没有留存。", "none is kept.")), language },
  })}`;
}

const BY = { month: text("月度任务", "month run"), event: text("动态", "event") } as const;

/** What tells nobody is said by what did not change. */
const QUIET: Readonly<Partial<Record<DecisionReason, Text>>> = { unchanged: text("无变化", "no change") };

function sending({ send, reason }: Decision): Text {
  const code = reason as DecisionReason;
  const why = QUIET[code] ?? DECISION_WORDS[code];
  const note = DECISION_NOTES[code];
  const [zh, en] = note ? [`${why.zh}（${note.zh}）`, `${why.en} (${note.en})`] : [why.zh, why.en];
  return send ? text(`发送：${zh}`, `sent: ${en}`) : text(`未发送：${zh}`, `not sent: ${en}`);
}
