import { type Language, type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";

type Reader = Pick<Asked<unknown>, "language" | "formToken">;

/** A form that is ours by its token. */
export const form = (
  { formToken, language }: Reader,
  { action, button, fields, side }: { action: string; button: Text; fields: Part; side?: boolean },
): Html => html`<form method="post" action="${action}">
<input type="hidden" name="csrf" value="${formToken}">
${fields}<button class="${side ? "side" : "main"}">${button[language]}</button>
</form>
`;

/** In a form: what it does leads back to the page it stands on, as it was looked at. */
export const backHere = ({ url }: Pick<Asked<unknown>, "url">): Html =>
  html`<input type="hidden" name="back" value="${url}">`;

export interface Field {
  readonly name: string;
  readonly label: Text;
  readonly type?: "text" | "password" | "number";
  /** What the browser may fill in: HTML's autofill names. */
  readonly autocomplete: string;
  readonly hint?: Text;
  readonly value?: string;
  /** Keys a phone shows. */
  readonly inputmode?: "numeric";
}

/** A labelled field; its hint is read out with it. */
export function field({ language }: Reader, given: Field): Html {
  const { name, label, type = "text", autocomplete, hint, value, inputmode } = given;
  const id = `field-${name}`;
  return html`<p class="field"><label for="${id}">${label[language]}</label>${
    hint ? html`<span class="hint" id="${id}-hint">${hint[language]}</span>` : null
  }<input id="${id}" name="${name}" type="${type}" autocomplete="${autocomplete}" required${
    hint ? html` aria-describedby="${id}-hint"` : null
  }${value === undefined ? null : html` value="${value}"`}${inputmode ? html` inputmode="${inputmode}"` : null}></p>
`;
}

const ERROR = text("未成功：", "Not done: ");

/** What stands above a form that did not succeed; read out at once. */
export const complaint = (language: Language, words: readonly Text[]): Html | null =>
  words.length === 0
    ? null
    : html`<div class="problem" role="alert">${words.map((one, i) => html`<p>${i === 0 ? ERROR[language] : null}${one[language]}</p>`)}</div>`;

/** What was done, above the page it leads back to. */
export const notice = (language: Language, words: Text | null): Html | null =>
  words === null ? null : html`<p class="done" role="status">${words[language]}</p>`;
