import { PAUSE_KINDS, type PauseKind, type PauseStanding } from "../../../models/alert/pause.ts";
import type { Profile } from "../../../models/profile.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import { type Asked, personOf } from "../asked.ts";
import { line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import { nameIn } from "../pages/level.ts";
import { momentWords } from "../pages/moment.ts";
import { nextPage } from "../pages/next-page.ts";
import type { PausesView, ToldPause } from "./pause-answer.ts";
import { pauseForm } from "./pause-form.ts";
import { PAUSES_NAME } from "./pauses-link.ts";

const STANDINGS: Readonly<Record<PauseStanding, Text>> = {
  current: text("正在停提醒", "Holding now"),
  coming: text("即将开始", "To come"),
  ended: text("已结束", "Ended"),
};

interface Input {
  readonly query: { readonly enterprise?: string | undefined; readonly after?: string | undefined };
}

/** What is silent now, what will be and what was; how to announce a pause and how to end one before its time. */
export function pausePage(
  asked: Asked<Input>,
  { pauses, current, coming, next }: PausesView,
  profile: Profile,
): Answer {
  const whole = may(personOf(asked), "pause-alerts", PLACE).allowed;
  const { enterprise = "" } = asked.input.query;
  const kinds = whole ? PAUSE_KINDS : (["enterprise"] as const);
  const lead = text(
    `正在停提醒${current}项，即将开始${coming}项。停提醒期间照常研判，只是不发消息；到期自动恢复。`,
    `${current} hold now, ${coming} are to come. While one holds, everything is judged as ever and no message is sent; messages come back by themselves when it is over.`,
  );
  const main = html`<p class="lead">${asked.say(lead)}</p>
<div class="deeds">${kinds.map((kind) => pauseForm(asked, kind, profile, enterprise))}</div>
${(["current", "coming", "ended"] as const).map((standing) => section(asked, pauses, standing, { profile, whole }))}${nextPage(asked, "/pauses", next)}`;
  return { kind: "page", title: asked.say(PAUSES_NAME), main };
}

interface Setting {
  readonly profile: Profile;
  /** Whether the reader may pause the whole place. */
  readonly whole: boolean;
}

function section(asked: Asked<unknown>, pauses: readonly ToldPause[], standing: PauseStanding, setting: Setting): Html {
  const { say, language } = asked;
  const over = standing === "ended";
  const heads = [
    text("对象", "Whom"),
    text("起止", "From and until"),
    text("原因", "Why"),
    text("登记人", "By"),
    over ? text("结束", "How it ended") : text("操作", "Action"),
  ];
  return html`<h2>${say(STANDINGS[standing])}</h2>${table({
    caption: say(STANDINGS[standing]),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 2 ? { wide: true } : { tag: true }) })),
    rows: pauses
      .filter((one) => one.standing === standing)
      .map((one) => ({
        name: whom(asked, one, setting.profile),
        cells: [
          `${one.from} – ${one.until}`,
          one.reason,
          one.actor,
          over ? ending(asked, one) : endForm(asked, one, setting),
        ],
      })),
    ...{ stack: true, language, empty: say(text("没有。", "none.")) },
  })}`;
}

const KIND_NAMES: Readonly<Record<PauseKind, Text>> = {
  enterprise: text("企业", "enterprise"),
  industry: text("行业", "industry"),
  region: text("区划", "region"),
  place: text("全部", "everybody"),
};

function whom(asked: Asked<unknown>, { subjectKind, subject, name }: ToldPause, profile: Profile): Part {
  if (subjectKind === "enterprise") return html`<a href="/enterprises/${subject}">${name ?? subject}</a>`;
  if (subjectKind === "place") return asked.say(profile.title);
  const all = subjectKind === "industry" ? profile.industries : profile.regions;
  return `${asked.say(KIND_NAMES[subjectKind])} ${nameIn(asked, all, subject)}`;
}

const ending = ({ say }: Asked<unknown>, { end }: ToldPause): Part =>
  end === null
    ? say(text("到期", "in its time"))
    : `${momentWords(Date.parse(end.at))} ${end.actor} ${say(text(`提前结束：${end.reason}`, `ended it: ${end.reason}`))}`;

const END = text("提前结束", "End it now");

/** What holds for everybody is ended by those who answer for everybody. */
function endForm(asked: Asked<unknown>, { id, subjectKind }: ToldPause, { whole }: Setting): Part {
  if (subjectKind !== "enterprise" && !whole) return "—";
  const reason = line(asked, { name: "reason", label: text("原因", "Reason"), of: `-end-${id}`, required: true });
  const sent = form(asked, { action: `/pauses/${id}/end`, button: END, side: true, fields: reason });
  return html`<details><summary>${asked.say(END)}</summary>${sent}</details>`;
}
