import { CRITICALITY_NAMES, type Criticality } from "../../../models/case/step.ts";
import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { ListedCase } from "../../db/scope/cases-in-reach.ts";
import type { Asked } from "../asked.ts";
import { momentWords } from "../pages/moment.ts";

/** Cases, each leading to its page. */
export function caseTable({ say, language }: Asked<unknown>, cases: readonly ListedCase[]): Html {
  const heads = [
    text("案件", "Case"),
    text("企业", "Enterprise"),
    text("紧急程度", "Urgency"),
    text("负责人", "Referent"),
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
        momentWords(Date.parse(one.openedAt)),
        one.closedAt === null ? say(text("未结案", "open")) : momentWords(Date.parse(one.closedAt)),
      ],
    })),
    ...{ stack: true, language },
    empty: say(text("没有。着手处置一条预警即为企业立案。", "none. Taking an alert in hand opens one.")),
  })}`;
}
