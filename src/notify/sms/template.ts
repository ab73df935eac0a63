import type { Failed } from "../channel.ts";
import { permanent } from "../failure.ts";
import { LIMITS } from "../limits.ts";
import { characters, cut } from "../wording/fit-text.ts";
import type { Wording } from "../wording/wording.ts";

/** A template as the operator approved it, with ${title}, ${text} and ${number} where our words go. */
export interface Template {
  readonly code: string;
  /** The whole text with its 【signature】, so that what reaches the telephone can be counted. */
  readonly text: string;
}

export interface Parameters {
  readonly title: string;
  readonly text: string;
  readonly number: string;
}

/** One part of a message at most: the text is cut first, then the title, the number never. */
export function parametersFor(template: Template, { title, lines }: Wording, key: string): Parameters | Failed {
  const limit = LIMITS.smsText.value;
  const room = (parameters: Parameters) => limit - characters(rendered(template, parameters));
  const rest = room({ title, text: "", number: key });
  if (rest >= 0) return { title, text: shortened(lines.join("；"), rest), number: key };
  const bare = room({ title: "", text: "", number: key });
  if (bare > 0) return { title: shortened(title, bare), text: "", number: key };
  return permanent(
    "template-too-long",
    `短信模板加编号已超过 ${limit} 字，请缩短模板。`,
    `The template with the number is longer than ${limit} characters; shorten it.`,
  );
}

export const rendered = ({ text }: Template, parameters: Parameters): string =>
  text.replace(/\$\{(title|text|number)\}/g, (_, name: keyof Parameters) => parameters[name]);

const shortened = (written: string, room: number): string =>
  characters(written) <= room ? written : `${cut(written, Math.max(0, room - 1), characters)}${room > 0 ? "…" : ""}`;
