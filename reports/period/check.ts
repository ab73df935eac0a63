import { crossFoot, type Disagreement, footAlone } from "../../models/cross-foot.ts";
import { scopeKey } from "../../models/report-scope.ts";
import { ratesAgain, refuse } from "../check-facts.ts";
import { PERIODS, type PeriodInput } from "./input.ts";

/** Whether everything a report over several months prints adds up; throws a Problem that names the cells where it does not. */
export function checkPeriod(input: PeriodInput): void {
  const { scopes, kind } = input;
  const { comparison } = PERIODS[kind];
  const told = [comparison, "year-ago"];
  refuse([
    ...scopes.flatMap(({ scope, all, withoutDominant }) => {
      const key = scopeKey(scope) === "" ? "" : `${scopeKey(scope)}/`;
      const figures = all.filter((f) => told.includes(f.baseline));
      const without = withoutDominant.filter((f) => f.baseline === comparison && f.dimension === "place");
      const found = [
        ...[...crossFoot(figures), ...ratesAgain(figures)],
        ...[...footAlone(without), ...ratesAgain(without)].map((d) => ({ ...d, cell: `without-dominant/${d.cell}` })),
      ];
      return found.map((d) => ({ ...d, cell: `${key}${d.cell}` }));
    }),
    ...partsMeetTheWhole(input),
  ]);
}

/** Townships add up to the whole where everybody has one; no part holds more than the whole. */
function partsMeetTheWhole({ scopes, kind, profile }: PeriodInput): Disagreement[] {
  const { comparison } = PERIODS[kind];
  const [whole, ...parts] = scopes;
  return parts.flatMap(({ scope, all, reporting }) => {
    const own = all.find((f) => f.dimension === "place" && f.baseline === comparison);
    const there = whole!.all.find(
      (f) => f.dimension === scope.dimension && f.code === scope.code && f.baseline === comparison,
    );
    const cell = (column: string) => `${scopeKey(scope)}/${comparison}/${column}`;
    const rule = `the same group in the figures of ${profile.place}`;
    return [
      ...(["matched", "base", "current", "grossLoss"] as const).flatMap((column) =>
        differ(cell(column), there?.[column] ?? 0, own?.[column] ?? 0, rule),
      ),
      ...(reporting.expected > whole!.reporting.expected
        ? differ(cell("expected"), whole!.reporting.expected, reporting.expected, "at most the whole")
        : []),
      ...(reporting.reported > reporting.expected
        ? differ(cell("reported"), reporting.expected, reporting.reported, "at most those due")
        : []),
    ];
  });
}

const differ = (cell: string, expected: number, found: number, rule: string): Disagreement[] =>
  expected === found ? [] : [{ cell, expected, found, rule }];
