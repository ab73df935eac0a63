import { DEADLINES } from "../../../models/case/deadlines.ts";
import { CRITICALITY_NAMES, type Criticality } from "../../../models/case/step.ts";
import { dayOf } from "../../../models/instant.ts";
import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import { momentWords } from "../pages/moment.ts";
import type { ToldCase } from "./case-answer.ts";

/** Cases, each leading to its page. */
export function caseTable(asked: Asked<unknown>, cases: readonly ToldCase[]): Html {
  const { say, language } = asked;
  const heads = [
    text("案件", "Case"),
    text("企业", "Enterprise"),
    text("紧急程度", "Urgency"),
    text("负责人", "Referent"),
    text("下一时限", "Next due"),
    text("立案", "Opened"),
    text("结案", "Closed"),
  ];
  return html`<h2>${say(text("处置案件", "Cases"))}</h2>${table({
    caption: say(text("处置案件", "Cases")),
    columns: heads.map((head) => ({ head: say(head), tag: true })),
    rows: cases.map((one) => ({
      name: html`<a href="/enterprises/${one.enterprise}/cases/${one.number}">${one.number}</a>`,
      cells: [
        one.name ?? one.enterprise,
        say(CRITICALITY_NAMES[one.criticality as Criticality]),
        one.referent,
        nextDue(asked, one),
        momentWords(Date.parse(one.openedAt)),
        one.closedAt === null ? say(text("未结案", "open")) : momentWords(Date.parse(one.closedAt)),
      ],
    })),
    ...{ stack: true, language },
    empty: say(text("没有。着手处置一条预警即为企业立案。", "none. Taking an alert in hand opens one.")),
  })}`;
}

function nextDue({ say, now }: Asked<unknown>, { nextDue }: ToldCase): string {
  if (nextDue === null) return "—";
  const late = nextDue.due < dayOf(now) ? say(text("（已逾期）", " (overdue)")) : "";
  return `${nextDue.due} ${say(DEADLINES[nextDue.kind])}${late}`;
}
