import { lineOf } from "../../models/judging/event-definition.ts";
import { formatMonth, type Month } from "../../models/month.ts";
import type { OurRisk } from "../../models/replay/backtest.ts";
import type { PlaceCourse } from "../../models/replay/course.ts";
import type { Gathered } from "../../models/replay/judged-rows.ts";
import { fittingRows } from "../../models/replay/risk-rows.ts";
import type { RiskLine } from "../../models/risk/model.ts";
import { linesByMonth } from "../../models/risk/risk-lines.ts";
import { trainRisk } from "../../models/risk/train.ts";
import type { BacktestOrder } from "./backtest.ts";

/**
 * Our risk of every gathered row. Where the history suffices a model is fitted on other enterprises and earlier months, with
 * a gap of the horizon, and its lines for each month are drawn on earlier ones; where it does not, the risk is what the month
 * runs would have said, and no probability is claimed.
 */
export function riskByFolds(
  gathered: Gathered,
  outcome: Int8Array,
  course: PlaceCourse,
  { profile, definition, vintage, from, to, model }: BacktestOrder,
): OurRisk & { readonly model: string; readonly lines: ReadonlyMap<Month, readonly RiskLine[]> | null } {
  const { rows, places } = fittingRows(gathered, outcome, course, definition);
  const name = `${profile.name} ${formatMonth(from)}–${formatMonth(to)}`;
  const trained = trainRisk(rows, {
    ...{ name, event: definition.id, place: profile.title, vintage, bands: profile.sizeBands },
    line: lineOf(definition),
  });
  if (trained.kind === "too-little")
    return { score: gathered.risk, byFolds: false, since: from, model: model?.model.name ?? "no model", lines: null };
  const score = new Float64Array(gathered.risk.length).fill(Number.NaN);
  places.forEach((place, i) => {
    score[place] = trained.foretold[i]!;
  });
  const since = rows.month.reduce((first, month, i) => {
    return Number.isNaN(trained.foretold[i]!) ? first : Math.min(first, month);
  }, to + 1);
  return {
    score,
    byFolds: true,
    since,
    model: `${name} (${trained.model.kind})`,
    lines: linesByMonth(trained.foretold, rows, profile.sizeBands),
  };
}
