import type { Disagreement } from "../../../models/cross-foot.ts";
import type { ForecastOutcome } from "../../../models/forecast/forecast-outcome.ts";
import type { TotalForecast } from "../../../models/forecast/total-forecast.ts";
import { formatMonth } from "../../../models/month.ts";
import { MOVEMENT_LIMITS } from "../../../models/movement-limits.ts";
import type { OutlookFacts } from "../../../reports/outlook-facts.ts";
import { type Sums, sumBy } from "../../frame.ts";
import { type Counting, tradeCells } from "../cells.ts";
import { monthsBack } from "../columns.ts";
import { addUp } from "../sums.ts";
import { checkIn, near } from "./cell.ts";
import { linkedBack } from "./links-again.ts";

/** A forecast as an earlier month stored it. */
export type StoredForecast = Pick<TotalForecast, "dimension" | "code" | "month" | "persons" | "path">;

/**
 * Holds how earlier forecasts did against what they foretold, as stored, and what their enterprises have since become, by sums
 * of danfo. What is foretold now is a model's and not counted again, but for the persons it starts from.
 */
export async function forecastsAgain(
  counting: Counting,
  stored: readonly StoredForecast[],
): Promise<(scope: string, told: Pick<OutlookFacts, "forecasts" | "record">) => Disagreement[]> {
  const { profile } = counting;
  const sumsOf = await linkedSums(counting);
  return (scope, { forecasts, record }) => [
    ...forecasts.flatMap(({ made, outcomes }) => {
      const group = scope !== "" ? scope : `${made.dimension}:${made.code}`;
      const cell =
        made.dimension === "place" && made.code === profile.place && scope === "" ? "forecast" : `forecast/${group}`;
      const earlier = stored.filter(({ dimension, code }) => `${dimension}:${code}` === group);
      return [
        ...checkIn("")(`${cell}/persons`, sumsOf(group).persons ?? 0, made.persons),
        ...earlier.flatMap((one) => outcomeAgain(cell, one, counting.panel.month - one.month, sumsOf(group), outcomes)),
      ];
    }),
    ...record.flatMap((one) =>
      follows(`${scope === "" ? "" : `${scope}/`}forecast/record/${formatMonth(one.madeIn)}`, one),
    ),
  ];
}

function outcomeAgain(
  cell: string,
  { month, persons, path }: StoredForecast,
  ahead: number,
  sums: Sums,
  outcomes: readonly ForecastOutcome[],
): Disagreement[] {
  const foretold = path.kind === "path" ? path.months[ahead - 1] : undefined;
  const at = `${cell}/${formatMonth(month)}`;
  const told = outcomes.find(({ madeIn }) => madeIn === month);
  const rates = Array.from({ length: ahead }, (_, back) => sums[`current${back}`]! / sums[`base${back}`]!);
  const known = foretold !== undefined && persons > 0 && rates.every((rate) => rate > 0 && Number.isFinite(rate));
  const check = checkIn("");
  if (!known || !told) return check(`${at}/told`, Number(known), Number(told !== undefined));
  const actual = rates.reduce((level, rate) => level * rate, persons);
  return [
    ...check(`${at}/foretold`, foretold.mean, told.foretold),
    ...check(`${at}/low95`, foretold.low95, told.low95),
    ...check(`${at}/high95`, foretold.high95, told.high95),
    ...check(`${at}/actual`, near(actual, told.actual), told.actual),
    ...check(`${at}/inside80`, within(told.actual, foretold.low80, foretold.high80), Number(told.inside80)),
    ...follows(at, told),
  ];
}

const within = (value: number, low: number, high: number): number => Number(low <= value && value <= high);

/** What an outcome says of itself: its error, and whether it lies within its limits. */
function follows(at: string, { foretold, actual, error, low95, high95, inside95 }: ForecastOutcome): Disagreement[] {
  const check = checkIn("");
  return [
    ...check(`${at}/error`, foretold > 0 ? (actual - foretold) / foretold : null, error),
    ...check(`${at}/inside95`, within(actual, low95, high95), Number(inside95)),
  ];
}

/** Persons of each group now, and of the last months' linked enterprises with the month before, "base0" against "current0". */
async function linkedSums(counting: Counting): Promise<(group: string) => Sums> {
  const { panel } = counting;
  const list = tradeCells(counting);
  const back = Array.from({ length: Math.min(MOVEMENT_LIMITS.horizon.value, panel.width - 1) }, (_, i) => i);
  const column = () => new Float64Array(panel.size);
  const [base, current, persons] = [back.map(column), back.map(column), column()];
  for (let row = 0; row < panel.size; row++) {
    persons[row] = Math.max(0, monthsBack(panel, row, 0));
    const linked = linkedBack(panel, row, back.length);
    for (const i of back) {
      if (!linked[i]) continue;
      base[i]![row] = monthsBack(panel, row, i + 1);
      current[i]![row] = monthsBack(panel, row, i);
    }
  }
  const named = back.flatMap((i) => [[`base${i}`, base[i]!] as const, [`current${i}`, current[i]!] as const]);
  const [cells] = await sumBy([list.keys], { persons, ...Object.fromEntries(named) });
  const sums = addUp(list, cells!, ["place", "section", "region", "department"]).get("");
  return (group) => sums?.get(group) ?? {};
}
