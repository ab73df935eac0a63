import type { FeedbackReason } from "../../../models/case/casework.ts";
import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { backHere, form } from "../pages/form.ts";

export const USEFUL = text("有用吗", "Useful?");

/** Was this alert useful? Opens in place; the answer is a reason, which says yes or no by itself. */
export function rateForm(
  asked: Asked<unknown>,
  { code, number }: { readonly code: string; readonly number: string },
  reasons: readonly FeedbackReason[],
): Html {
  const { language, say } = asked;
  const options = reasons.map((reason) => [reason.code, reason.name[language]] as const);
  const label = text("评价", "Answer");
  return html`<details><summary>${say(USEFUL)}</summary>${form(asked, {
    action: `/enterprises/${code}/alerts/${number}/useful`,
    ...{
      button: label,
      side: true,
      fields: [
        choice(asked, { name: "reason", label, options, of: `-useful-${number}` }),
        line(asked, { name: "note", label: text("说明（可不填）", "More (may be left out)"), of: `-useful-${number}` }),
        backHere(asked),
      ],
    },
  })}</details>`;
}
