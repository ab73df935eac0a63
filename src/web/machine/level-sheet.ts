import { createHash } from "node:crypto";
import type { Profile } from "../../../models/profile.ts";
import { levelStyle } from "../../../reports/formats/html/level-style.ts";

type Levels = Pick<Profile, "levels">;

/** Colours of the profile's levels as classes. */
export const levelSheet = ({ levels }: Levels): string =>
  levelStyle(Object.fromEntries(levels.map(({ code, color }) => [code, color])));

export const levelSheetPath = (profile: Levels): string =>
  `/assets/${createHash("sha256").update(levelSheet(profile)).digest("hex").slice(0, 12)}/levels.css`;
