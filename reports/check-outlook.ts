import type { Disagreement } from "../models/cross-foot.ts";
import type { Figure } from "../models/figure.ts";
import type { GroupOutline } from "../models/groups/group-outline.ts";
import type { MonthlyInput } from "./input.ts";
import type { OutlookInput } from "./outlook-input.ts";

/** Where outlines, risks, counts and forecasts do not meet the figures or one another. */
export function checkOutlook({ profile, scope, figures, completeness, outlook }: MonthlyInput): Disagreement[] {
  if (outlook === null) return [];
  const previous = new Map(
    figures.filter((f) => f.baseline === "previous").map((f) => [`${f.dimension}:${f.code}`, f]),
  );
  const silent = outlook.counts.find((c) => c.kind === "silent" && c.dimension === "place");
  const forecast = outlook.forecasts.find(({ made }) => made.dimension === "place");
  return [
    ...outlook.outlines.flatMap((o) => againstFigure(o, previous.get(`${o.dimension}:${o.code}`))),
    ...(scope.dimension === "place" ? [...risksAddUp(outlook), ...countsAddUp(outlook)] : []),
    ...(silent ? differ("counts/silent", completeness.silent.length, silent.count, "silent enterprises") : []),
    ...(forecast
      ? differ("forecast/persons", previous.get(`place:${profile.place}`)?.headcount ?? 0, forecast.made.persons, "ΣE")
      : []),
  ];
}

/** A group's outline is a second count of what its figure holds. */
function againstFigure(o: GroupOutline, figure: Figure | undefined): Disagreement[] {
  const cell = (column: string) => `outline/${o.dimension}:${o.code}/${column}`;
  if (!figure) return differ(cell("figure"), 1, 0, "a figure of the group");
  const named = (of: GroupOutline["losses"]) => of.reduce((sum, c) => sum + Math.abs(c.current - c.base), 0);
  return [
    ...differ(cell("matched"), figure.matched, o.diffusion.matched, "figure"),
    ...differ(cell("growing"), figure.up, o.diffusion.growing, "figure: up"),
    ...differ(cell("falling"), figure.down, o.diffusion.falling, "figure: down"),
    ...differ(cell("grossLoss"), figure.grossLoss, o.grossLoss, "figure"),
    ...differ(cell("grossGain"), figure.grossGain, o.grossGain, "figure"),
    ...differ(cell("enterprises"), figure.reporting, o.concentration.enterprises, "figure: reporting"),
    ...differ(cell("persons"), figure.headcount, o.concentration.persons, "figure: headcount"),
    ...exceeds(cell("losses"), o.grossLoss, named(o.losses)),
    ...exceeds(cell("gains"), o.grossGain, named(o.gains)),
  ];
}

function risksAddUp({ atRisk }: OutlookInput): Disagreement[] {
  const place = atRisk.find((risk) => risk.dimension === "place");
  if (!place) return [];
  return (["sector", "section", "division", "region", "size"] as const).flatMap((dimension) => {
    const parts = atRisk.filter((risk) => risk.dimension === dimension);
    const sum = (of: (risk: (typeof parts)[number]) => number) => parts.reduce((total, risk) => total + of(risk), 0);
    const cell = (column: string) => `jobs-at-risk/${dimension}/${column}`;
    return [
      ...differ(
        cell("enterprises"),
        place.enterprises,
        sum((risk) => risk.enterprises),
        `sum of ${dimension}s`,
      ),
      ...differ(
        cell("tenths"),
        tenths(place.persons),
        sum((risk) => tenths(risk.persons)),
        `sum of ${dimension}s`,
      ),
    ];
  });
}

/** Jobs at risk are kept to a tenth of a person; whole tenths add up without rounding. */
const tenths = (persons: number): number => Math.round(persons * 10);

function countsAddUp({ counts }: OutlookInput): Disagreement[] {
  return counts
    .filter(({ dimension }) => dimension === "place")
    .flatMap(({ kind, count }) =>
      (["section", "region"] as const).flatMap((dimension) => {
        const parts = counts.filter((c) => c.kind === kind && c.dimension === dimension);
        const sum = parts.reduce((total, c) => total + c.count, 0);
        return differ(`counts/${kind}/${dimension}`, count, sum, `sum of ${dimension}s`);
      }),
    );
}

const differ = (cell: string, expected: number, found: number, rule: string): Disagreement[] =>
  expected === found ? [] : [{ cell, expected, found, rule }];

const exceeds = (cell: string, most: number, found: number): Disagreement[] =>
  found <= most ? [] : [{ cell, expected: most, found, rule: "at most" }];
