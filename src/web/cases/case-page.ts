import { DEADLINES } from "../../../models/case/deadlines.ts";
import { explainStage } from "../../../models/case/explain-stage.ts";
import { explainStep } from "../../../models/case/explain-step.ts";
import { CRITICALITY_NAMES, STEPS } from "../../../models/case/step.ts";
import { dayOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { may, type Subject } from "../../../models/rights/may.ts";
import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { alertPath } from "../alerts/alert-params.ts";
import type { Answer } from "../answer.ts";
import { type Asked, personOf } from "../asked.ts";
import { nameIn } from "../pages/level.ts";
import { momentWords } from "../pages/moment.ts";
import type { CaseView } from "./case-answer.ts";
import { caseFacts } from "./case-facts.ts";
import { caseForms } from "./case-forms.ts";
import { placedForm, placedPart } from "./placed-part.ts";

/** How far the case is, what is due, what one may write, and everything that was written. */
export function casePage(asked: Asked<unknown>, view: CaseView, profile: Profile, subject: Subject): Answer {
  const { say } = asked;
  const { listed, now } = view;
  const path = `/enterprises/${encodeURIComponent(listed.enterprise)}/cases/${listed.number}`;
  const stage = explainStage(now);
  const lead = text(
    `${stage.zh}；负责人${now.referent}，${CRITICALITY_NAMES[now.criticality].zh}，${now.openedOn}立案。`,
    `${stage.en}; ${now.referent} answers for it, ${CRITICALITY_NAMES[now.criticality].en}, opened ${now.openedOn}.`,
  );
  const main = html`<p class="lead">${say(lead)}</p>
<p><a href="/enterprises/${listed.enterprise}">${listed.name ?? listed.enterprise}</a>${now.alerts.map((number) => html` · <a href="${alertPath({ kind: "enterprise", code: listed.enterprise, number })}">${number}</a>`)}</p>
${caseFacts(asked, view, profile)}${caseForms(asked, view, path, profile, subject)}
${placedPart(asked, view.placed, profile)}${may(personOf(asked), "case-step", subject).allowed ? placedForm(asked, path, profile) : null}
<h2>${say(text("期限", "Due"))}</h2>${deadlineTable(asked, view, profile)}
<h2>${say(text("经过", "What happened"))}</h2>${stepTable(asked, view, profile)}`;
  return { kind: "page", title: `${say(text("处置案件", "Case"))} ${listed.number}`, main };
}

function deadlineTable(asked: Asked<unknown>, { deadlines, now }: CaseView, { casework }: Profile): Html {
  const { say, language } = asked;
  const today = dayOf(asked.now);
  const standing = (due: string, metOn: string | null) => {
    if (metOn !== null) return say(text(`${metOn} 完成`, `done ${metOn}`));
    return now.state === "open" && due < today ? say(text("已逾期", "overdue")) : say(text("未完成", "not done"));
  };
  return table({
    caption: say(text("期限", "Due")),
    columns: [text("日期", "Day"), text("事项", "What"), text("状态", "State")].map((head) => ({
      head: say(head),
      tag: true,
    })),
    rows: deadlines.map(({ kind, due, measure, metOn }) => ({
      name: due,
      cells: [
        [say(DEADLINES[kind]), nameIn(asked, casework.measures, measure)].filter((part) => part !== "").join(" · "),
        standing(due, metOn),
      ],
    })),
    ...{ stack: true, empty: say(text("没有。", "nothing.")), language },
  });
}

function stepTable({ say, language }: Asked<unknown>, { steps }: CaseView, { casework }: Profile): Html {
  const heads = [text("时间", "When"), text("何人", "Who"), text("步骤", "Step"), text("内容", "What was written")];
  return table({
    caption: say(text("处置经过", "Steps")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 3 ? { wide: true } : { tag: true }) })),
    rows: steps.toReversed().map(({ at, taken }) => ({
      name: `${momentWords(Date.parse(at))}${taken.on === dayOf(Date.parse(at)) ? "" : say(text(`（发生于${taken.on}）`, ` (happened ${taken.on})`))}`,
      cells: [taken.actor, say(STEPS[taken.kind].name), say(explainStep(taken, casework))],
    })),
    ...{ stack: true, empty: "", language },
  });
}
