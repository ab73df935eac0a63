/** Markup that is safe to place in a page. Only the html tag, join and trusted make one. */
export interface Html {
  readonly markup: string;
}

const made = new WeakSet<object>();

function make(markup: string): Html {
  const value = Object.freeze({ markup });
  made.add(value);
  return value;
}

export type Part = string | number | Html | null | readonly Part[];

/** html`<td>${name}</td>`: every value is escaped unless it came from this tag; null is nothing; lists are joined. */
export function html(literals: TemplateStringsArray, ...values: readonly Part[]): Html {
  return make(literals.reduce((page, literal, i) => page + render(values[i - 1] ?? null) + literal));
}

/** Text that is already markup by its making: our own style sheet and scripts, never anything that came from outside. */
export const trusted = (markup: string): Html => make(markup);

function render(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeText(String(part));
  if (isList(part)) return part.map(render).join("");
  if (!made.has(part)) throw new TypeError("markup must come from the html tag");
  return part.markup;
}

const isList = (part: Html | readonly Part[]): part is readonly Part[] => Array.isArray(part);

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For text and for attribute values in quotes. Control characters that HTML forbids become a visible replacement. */
export const escapeText = (value: string): string =>
  value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "\ufffd")
    .replace(/[&<>"']/g, (c) => ENTITIES[c]!);

/** JSON for a script element: nothing in it can end the element or open another. */
export const scriptJson = (value: unknown): Html =>
  make(
    JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
