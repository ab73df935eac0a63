import type { Figure } from "../../models/figure.ts";
import { checkIndustryTotals, type IndustryComparison } from "../../models/month-checks.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { isWholePlace } from "../../models/region.ts";
import { keepFigures, keepOutline } from "../../src/db/figure.ts";
import { keepFindings } from "../../src/db/finding.ts";
import { type IndustryTotal, industryTotals } from "../../src/db/industry-headcount.ts";
import type { Counts } from "../../src/db/run.ts";
import { countedDifferently } from "./counted-differently.ts";
import { keepOutlook } from "./forecast.ts";
import type { StepContext } from "./step.ts";

/** Figures of the place, its industries and regions, with and without the dominant enterprises; counted twice. */
export async function countIndustries(context: StepContext): Promise<Counts> {
  const { tx, run, profile, panel, figures } = context;
  const { all, withoutDominant, outline, groups, disagreements } = await figures(tx);
  if (disagreements[0]) throw countedDifferently(disagreements[0]);
  await keepFigures(tx, run.id, "all", all);
  await keepFigures(tx, run.id, "without-dominant", withoutDominant);
  await keepOutline(tx, run.id, { ...outline, expected: await keepOutlook(context, groups) });
  const published = await industryTotals(tx, run.month, run.vintage);
  const comparisons = published.length > 0 ? compare(published, await panel(tx), profile, all) : [];
  const findings = checkIndustryTotals(run.month, comparisons);
  await keepFindings(tx, { run: run.id }, findings);
  return { figures: all.length + withoutDominant.length, industryTotalsOff: findings.length };
}

/** Published industry totals beside the sums of their enterprises; an industry or region the profile lacks is left to intake. */
function compare(
  published: readonly IndustryTotal[],
  panel: Panel,
  profile: Profile,
  figures: readonly Figure[],
): IndustryComparison[] {
  const cells = sumCells(panel, profile);
  const totals = new Map(figures.filter(isIndustry).map((f) => [f.code, f.headcount]));
  const summed = (industry: string, region: string | null) =>
    region === null ? (totals.get(industry) ?? 0) : (cells.get(`${industry}@${region}`) ?? 0);
  return published.map((total) => {
    const region = total.region === null || isWholePlace(profile, total.region) ? null : total.region;
    return { ...total, region, published: total.headcount, summed: summed(total.industry, region) };
  });
}

const isIndustry = ({ baseline, dimension }: Figure): boolean =>
  baseline === "previous" && (dimension === "section" || dimension === "division");

/** Persons by industry and region, "20@500237001"; an industry counts in itself and in everything above it. */
function sumCells(panel: Panel, profile: Profile): Map<string, number> {
  const parent = new Map(profile.industries.map((industry) => [industry.code, industry.parent]));
  const cells = new Map<string, number>();
  for (let row = 0; row < panel.size; row++) {
    const headcount = panel.headcount[(row + 1) * panel.width - 1]!;
    if (headcount === GAP || panel.industry[row]! < 0 || panel.region[row]! < 0) continue;
    const region = profile.regions[panel.region[row]!]!.code;
    let code: string | null = profile.industries[panel.industry[row]!]!.code;
    for (; code !== null; code = parent.get(code) ?? null) {
      const cell = `${code}@${region}`;
      cells.set(cell, (cells.get(cell) ?? 0) + headcount);
    }
  }
  return cells;
}
