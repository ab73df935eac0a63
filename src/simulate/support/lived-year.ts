import type { History } from "../history.ts";
import type { Place } from "../place.ts";

/** A calendar year of an enterprise that lies wholly in the simulated span and that it lived to the end of. */
export interface LivedYear {
  readonly year: number;
  /** Position of its January. */
  readonly t: number;
  /** Months with people, and the mean headcount of them. */
  readonly months: number;
  readonly mean: number;
  readonly hired: number;
  readonly departed: number;
  /** People cut by planted layoffs. */
  readonly cut: number;
}

export function livedYears(place: Place, history: History): LivedYear[] {
  const last = place.first + place.months - 1;
  const years: LivedYear[] = [];
  for (let year = Math.ceil(place.first / 12); year * 12 + 11 <= last; year++) {
    const t = year * 12 - place.first;
    if (history.headcount[t + 11]! > 0) years.push(yearOf(history, year, t));
  }
  return years;
}

function yearOf(history: History, year: number, t: number): LivedYear {
  const lived = Array.from({ length: 12 }, (_, i) => t + i).filter((at) => history.headcount[at]! > 0);
  const sum = (column: Int32Array) => lived.reduce((total, at) => total + column[at]!, 0);
  const cuts = history.layoffs.filter((layoff) => layoff.t >= t && layoff.t < t + 12);
  return {
    ...{ year, t, months: lived.length, mean: sum(history.headcount) / lived.length },
    ...{ hired: sum(history.hired), departed: sum(history.departed) },
    cut: cuts.reduce((total, { people }) => total + people, 0),
  };
}
