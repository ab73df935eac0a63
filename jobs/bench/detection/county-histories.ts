import { type Month, monthOfDate } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import type { HeadcountRecord } from "../../../models/record.ts";
import type { SimulatedCounty } from "../../../src/simulate/county.ts";
import type { PlantedLayoff, SimulatedEnterprise } from "../../../src/simulate/enterprise.ts";
import { emptyHistories, type Histories } from "./histories.ts";

/** A planted loss and its enterprise's row in the histories. */
export interface PlantedAt extends PlantedLayoff {
  readonly row: number;
}

/** A simulated county as its last day knows it. Wrong units and fractions are left out: intake quarantines them. */
export function countyHistories(county: SimulatedCounty, profile: Profile): [Histories, PlantedAt[]] {
  const enterprises = [...county.enterprises()];
  const codes = [...new Set(enterprises.flatMap((e) => [...e.headcounts, ...e.register].map((record) => record.code)))];
  const rowOf = new Map(codes.map((code, i) => [code, i]));
  const events = new Map<number, { kind: string; month: Month }[]>();
  const histories = { ...emptyHistories(county.first, county.last - county.first + 1, codes), events };
  const places = {
    industry: new Map(profile.industries.map(({ code }, i) => [code, i])),
    region: new Map(profile.regions.map(({ code }, i) => [code, i])),
  };
  for (const enterprise of enterprises) {
    for (const record of enterprise.headcounts) fillMonth(histories, rowOf.get(record.code)!, record, enterprise);
    for (const { code, kind, occurredOn } of enterprise.events) {
      const row = rowOf.get(code)!;
      events.set(row, [...(events.get(row) ?? []), { kind, month: monthOfDate(occurredOn) }]);
    }
    fillRegister(histories, rowOf, enterprise, places);
  }
  const planted = enterprises.flatMap((e) => e.layoffs.map((layoff) => ({ ...layoff, row: rowOf.get(layoff.code)! })));
  return [histories, planted];
}

/** Records come in the order of publication: the last one stays. */
function fillMonth(histories: Histories, row: number, record: HeadcountRecord, { history }: SimulatedEnterprise): void {
  const t = record.month - histories.first;
  const truth = history.headcount[t]!;
  const wrongUnit = !Number.isInteger(record.headcount) || record.headcount > 100 * Math.max(1, truth);
  if (wrongUnit) return;
  histories.headcount[row * histories.months + t] = record.headcount;
  if (record.hidden !== null) histories.hidden[row * histories.months + t] = record.hidden;
}

function fillRegister(
  histories: Histories,
  rowOf: ReadonlyMap<string, number>,
  { register }: SimulatedEnterprise,
  places: Readonly<Record<"industry" | "region", ReadonlyMap<string, number>>>,
): void {
  for (const entry of register) {
    const row = rowOf.get(entry.code)!;
    histories.industry[row] = places.industry.get(entry.industry ?? "") ?? -1;
    histories.region[row] = places.region.get(entry.region ?? "") ?? -1;
    if (entry.validTo !== null && entry.successor === null) histories.closed[row] = monthOfDate(entry.validTo);
    if (entry.successor === null) continue;
    const month = monthOfDate(entry.validTo ?? entry.publishedOn!);
    const heir = rowOf.get(entry.successor);
    histories.transferred[row] = month;
    if (heir !== undefined) histories.transferred[heir] = month;
  }
}
