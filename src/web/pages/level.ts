import type { Profile } from "../../../models/profile.ts";
import { levelClass } from "../../../reports/formats/html/level-style.ts";
import { html, type Part } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";

/** A level as shape, word and colour; a dash for an alert whose cause is gone. */
export function levelMark(
  { language }: Pick<Asked<unknown>, "language">,
  { levels }: Profile,
  code: string | null,
): Part {
  const level = levels.find((one) => one.code === code);
  if (!level) return "—";
  return html`<span class="level ${levelClass(level.code)}"><span class="shape">${level.shape}</span>${level.name[language]}</span>`;
}

/** The name of a code of the profile, or the code where the profile has none. */
export const nameIn = (
  { language }: Pick<Asked<unknown>, "language">,
  all: readonly { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }[],
  code: string | null,
): string => (code === null ? "" : (all.find((one) => one.code === code)?.name[language] ?? code));
