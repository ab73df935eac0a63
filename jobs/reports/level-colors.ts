import type { Profile } from "../../models/profile.ts";
import type { LevelColors } from "../../reports/formats/level-colors.ts";

export const levelColors = ({ levels }: Profile): LevelColors =>
  Object.fromEntries(levels.map(({ code, color }) => [code, color]));
