import { dayOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";

/** The form to report an event of an enterprise. */
export function eventForm(asked: Asked<unknown>, code: string, { eventKinds }: Profile): Html {
  const { language, say, now } = asked;
  const kinds = eventKinds.map(({ code: kind, name }) => [kind, name[language]] as const);
  const fields: Html[] = [
    choice(asked, { name: "kind", label: text("动态类型", "Event"), options: kinds }),
    line(asked, {
      ...{ name: "on", label: text(`发生日期（${dayOf(now)}及以前）`, `Day (${dayOf(now)} or before)`) },
      ...{ type: "date", required: true },
    }),
    line(asked, {
      name: "people",
      label: text("涉及人数（不清楚可不填）", "People (may be left out)"),
      type: "number",
    }),
    line(asked, { name: "note", label: text("说明", "Note") }),
  ];
  const button = text("报送动态", "Report");
  const sent = form(asked, { action: `/enterprises/${code}/events`, button, side: true, fields });
  return html`<details><summary>${say(text("报送动态", "Report an event"))}</summary>${sent}</details>`;
}
