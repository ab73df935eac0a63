import { levelColors } from "../jobs/reports/level-colors.ts";
import type { Profile } from "../models/profile.ts";
import type { Language } from "../models/text.ts";
import { documentOf } from "../reports/document-of.ts";
import type { MonthlyFacts } from "../reports/facts.ts";
import { htmlOf } from "../reports/formats/html/page.ts";
import { chartScript } from "../src/chart-script.ts";

/** A month's report as one page, as readers get it. */
export const monthlyPage = (facts: MonthlyFacts, profile: Profile, language: Language): string =>
  htmlOf(documentOf(facts, language, null), { colors: levelColors(profile), chartScript: chartScript() });
