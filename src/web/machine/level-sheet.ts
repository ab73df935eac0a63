import { createHash } from "node:crypto";
import type { Profile } from "../../../models/profile.ts";
import { levelClass } from "../../../reports/formats/html/blocks.ts";
import { safeColor } from "../../../reports/tokens.ts";

type Levels = Pick<Profile, "levels">;

/** Colours of the profile's levels as classes; at night mixed with white until they stand 4.5:1 on dark ink. */
export const levelSheet = ({ levels }: Levels): string =>
  levels
    .map(({ code, color }) => {
      const [name, day] = [levelClass(code), safeColor(color)];
      return `.${name}{color:${day}}@media screen and (prefers-color-scheme:dark){.${name}{color:color-mix(in srgb,${day} 45%,white)}}`;
    })
    .join("\n");

export const levelSheetPath = (profile: Levels): string =>
  `/assets/${createHash("sha256").update(levelSheet(profile)).digest("hex").slice(0, 12)}/levels.css`;
