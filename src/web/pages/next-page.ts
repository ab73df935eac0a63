import { text } from "../../../models/text.ts";
import { html, type Part } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";

interface Input {
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** A link to what follows in a list, with all that it was narrowed by; nothing at its end. */
export function nextPage({ input, say }: Asked<Input>, path: string, next: string | null): Part {
  if (next === null) return null;
  const { lang: _lang, after: _after, ...kept } = input.query;
  const query = new URLSearchParams({ ...(kept as Record<string, string>), after: next });
  return html`<p><a href="${path}?${query.toString()}">${say(text("下一页", "Next page"))}</a></p>`;
}
