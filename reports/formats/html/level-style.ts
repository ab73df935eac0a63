import { safeColor } from "../../tokens.ts";

/** A level's class, however its code is written. */
export const levelClass = (code: string): string => `level-${code.replace(/[^a-z0-9]/gi, "-")}`;

/** Its colour as a class, because no page lets a style attribute through; at night mixed with white until it stands 4.5:1 on dark ink. */
export function levelRule(code: string, color: string): string {
  const [name, day] = [levelClass(code), safeColor(color)];
  return `.${name}{color:${day}}@media screen and (prefers-color-scheme:dark){.${name}{color:color-mix(in srgb,${day} 45%,white)}}`;
}
