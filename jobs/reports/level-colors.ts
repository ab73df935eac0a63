import type { Profile } from "../../models/profile.ts";
import type { Language } from "../../models/text.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import { htmlOf } from "../../reports/formats/html/page.ts";
import type { LevelColors } from "../../reports/formats/level-colors.ts";
import { monthlyDocument } from "../../reports/monthly/document.ts";
import { chartScript } from "../../src/chart-script.ts";

/** A month's report as one page that needs nothing but a browser. */
export const monthlyPage = (facts: MonthlyFacts, profile: Profile, language: Language): string =>
  htmlOf(monthlyDocument(facts, language, null), { colors: levelColors(profile), chartScript: chartScript() });

export const levelColors = ({ levels }: Profile): LevelColors =>
  Object.fromEntries(levels.map(({ code, color }) => [code, color]));
