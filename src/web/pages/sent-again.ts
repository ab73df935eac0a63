import { type Language, type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { fieldWords, isKnownField, isSecret, writtenAs } from "./field-words.ts";
import { form } from "./form.ts";

/** A form as it came: its address, and what stood in it. */
export interface Sent {
  readonly action: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Reader {
  readonly language: Language;
  readonly formToken: string;
}

const HEAD = text("改正后重新提交", "Correct it and send it again");
const HINT = text("您填写的内容都在这里，没有丢失。", "All that you wrote stands here; nothing was lost.");

/**
 * What somebody wrote, to be corrected and sent once more: a form that was refused is not lost. Nothing where it held a secret or a
 * file, which no page gives back.
 */
export function sentAgain(reader: Reader, { action, body }: Sent): Html | null {
  const fields = Object.entries(body).filter(([name]) => isKnownField(name) || isLimit(name));
  if (fields.some(([name, value]) => isSecret(name) || !isWords(value))) return null;
  if (!fields.some(([name]) => writtenAs(name) !== null)) return null;
  const parts = fields.flatMap(([name, value]) =>
    [value].flat().map((one) => field(reader, action, name, String(one))),
  );
  return html`<h2>${HEAD[reader.language]}</h2><p>${HINT[reader.language]}</p>
${form(reader, { action, button: SEND, fields: parts })}`;
}

/** Of the threshold lab, named after its rule. */
const isLimit = (name: string): boolean => /^[\w-]+\.\w+$/.test(name);

const SEND: Text = text("重新提交", "Send again");

const isWords = (value: unknown): boolean => [value].flat().every((one) => typeof one === "string");

/** Words can be written anew; what was chosen from a list stays as it was. */
function field({ language }: Reader, action: string, name: string, value: string): Part {
  const type = writtenAs(name);
  if (type === null) return html`<input type="hidden" name="${name}" value="${value}">`;
  const id = `again-${name}`;
  return html`<p class="field"><label for="${id}">${fieldWords(name, language, action)}</label><input id="${id}" name="${name}" type="${type}" autocomplete="off" maxlength="500" value="${value}"></p>
`;
}
