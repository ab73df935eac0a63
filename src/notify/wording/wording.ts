import type { Message } from "../channel.ts";
import { plain } from "./plain.ts";

/** A message as text, before it is fitted to a channel. */
export interface Wording {
  readonly title: string;
  readonly lines: readonly string[];
  /** What must not be cut: the link, then the number. */
  readonly link: string | null;
  readonly number: string;
}

/** Throws RangeError for a message our own code made wrong. */
export function wordingOf(message: Message, clean: (text: string) => string = plain): Wording {
  const { key, title, lines } = message;
  checkKey(key);
  return { title: clean(title), lines: lines.map(clean), link: linkOf(message), number: `消息编号：${key}` };
}

/** Keys stand in headers, in addresses of mail and in what is signed; with these signs they are safe in each. */
export function checkKey(key: string): void {
  if (/^[\w-]{1,64}$/.test(key)) return;
  throw new RangeError(`a message's key must be 1 to 64 letters, digits, - or _, got ${JSON.stringify(key)}`);
}

function linkOf({ url }: Message): string | null {
  if (url === undefined) return null;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url).href;
  throw new RangeError(`a message's url must be an http(s) address, got ${JSON.stringify(url)}`);
}

/** Account ids and telephone numbers, without anything that could be more than that where it is put. */
export const mentionsOf = ({ mentions = [] }: Message): readonly string[] =>
  mentions.filter((name) => /^[\w.-]{1,64}$/.test(name));

export const isMobile = (name: string): boolean => /^1\d{10}$/.test(name);
