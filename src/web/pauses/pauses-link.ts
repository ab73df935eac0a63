import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import { text } from "../../../models/text.ts";
import { html, type Part } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";

export const PAUSES_NAME = text("停提醒安排", "Planned pauses");

/** Leads those who may announce a pause to where that is done; of an enterprise, with its code filled in. */
export function pausesLink(asked: Asked<unknown>, enterprise?: string): Part {
  if (!mayAnywhere(personOf(asked), "pause-alerts").allowed) return null;
  const of = enterprise === undefined ? "" : `?enterprise=${encodeURIComponent(enterprise)}`;
  return html`<p class="note"><a href="/pauses${of}">${asked.say(PAUSES_NAME)}</a></p>`;
}
