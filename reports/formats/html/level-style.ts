import { safeColor } from "../../tokens.ts";
import type { LevelColors } from "../level-colors.ts";

/** A level's class, however its code is written. */
export const levelClass = (code: string): string => `level-${code.replace(/[^a-z0-9]/gi, "-")}`;

/** Levels' colours as classes, because no page lets a style attribute through; at night mixed with white until they stand 4.5:1 on dark ink. */
export const levelStyle = (colors: LevelColors): string =>
  Object.entries(colors)
    .map(([code, color]) => {
      const [name, day] = [levelClass(code), safeColor(color)];
      return `.${name}{color:${day}}@media screen and (prefers-color-scheme:dark){.${name}{color:color-mix(in srgb,${day} 45%,white)}}`;
    })
    .join("\n");
