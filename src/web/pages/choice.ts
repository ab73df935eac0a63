import type { Text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";

type Reader = Pick<Asked<unknown>, "language">;

export interface Choice {
  readonly name: string;
  readonly label: Text;
  readonly options: readonly (readonly [value: string, words: string])[];
  /** The one chosen; "" is the first line. */
  readonly chosen?: string;
  /** Tells this list from others of the same name on a page. */
  readonly of?: string;
  /** First line, for nothing chosen; without it one must be. */
  readonly unset?: Text;
}

/** A labelled list to choose one from. */
export function choice({ language }: Reader, { name, label, options, chosen = "", of = "", unset }: Choice): Html {
  const id = `choose-${name}${of}`;
  const one = (value: string, words: string): Part =>
    html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`;
  return html`<p class="field"><label for="${id}">${label[language]}</label><select id="${id}" name="${name}">${
    unset ? one("", unset[language]) : null
  }${options.map(([value, words]) => one(value, words))}</select></p>
`;
}

/** A form that looks for something: its answers stand in the address, so that the address holds the whole view. */
export const lookFor = ({ language }: Reader, action: string, button: Text, fields: Part): Html =>
  html`<form method="get" action="${action}" class="look">${fields}<button class="side">${button[language]}</button></form>
`;

/** A line to write in, labelled; `of` tells it from others of the same name on a page. */
export function line(
  { language }: Reader,
  {
    name,
    label,
    of = "",
    required = false,
    type = "text",
    value = "",
  }: {
    name: string;
    label: Text;
    of?: string;
    required?: boolean;
    type?: "text" | "date" | "number";
    value?: string;
  },
): Html {
  const id = `line-${name}${of}`;
  return html`<p class="field"><label for="${id}">${label[language]}</label><input id="${id}" name="${name}" type="${type}" autocomplete="off" maxlength="500"${
    required ? html` required` : null
  }${value === "" ? null : html` value="${value}"`}></p>
`;
}
