import { createHash } from "node:crypto";
import type { Profile } from "../../../models/profile.ts";
import { levelRule } from "../../../reports/formats/html/level-style.ts";

type Levels = Pick<Profile, "levels">;

/** Colours of the profile's levels as classes. */
export const levelSheet = ({ levels }: Levels): string =>
  levels.map(({ code, color }) => levelRule(code, color)).join("\n");

export const levelSheetPath = (profile: Levels): string =>
  `/assets/${createHash("sha256").update(levelSheet(profile)).digest("hex").slice(0, 12)}/levels.css`;
