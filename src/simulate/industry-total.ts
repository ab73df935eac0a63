import type { Month } from "../../models/month.ts";
import type { IndustryRecord } from "../../models/record.ts";
import type { SimulatedCounty } from "./county.ts";
import type { SimulatedEnterprise } from "./enterprise.ts";
import { dayOf, LAST_USUAL_DAY } from "./report.ts";

/** Cells with fewer enterprises are not published, for the industry as a whole and for one town of it. */
export const FEWEST_IN_INDUSTRY = 3;
export const FEWEST_IN_TOWN = 8;
/** Two cells are deliberately wrong, so that the cross-check has something to find. */
export const WRONG_CELLS = [
  { atShare: 0.35, factor: 0.82 },
  { atShare: 0.7, factor: 1.15 },
] as const;

interface Cell {
  readonly industry: string;
  readonly region: string | null;
  readonly people: Float64Array;
  readonly enterprises: Uint32Array;
}

export interface IndustryTotals {
  add(enterprise: SimulatedEnterprise): void;
  records(): IndustryRecord[];
}

/** Sums the enterprises' true headcounts by industry, and by industry and town, while they stream past. */
export function industryTotals(county: SimulatedCounty): IndustryTotals {
  const cells = new Map<string, Cell>();
  const months = county.last - county.first + 1;
  return {
    add({ industry, region, history }) {
      for (const town of [null, region]) addTo(cellOf(cells, industry, town, months), history.headcount);
    },
    records() {
      const order = [...cells.keys()].sort();
      return spoiled(order.flatMap((key) => cellRecords(cells.get(key)!, county.first)));
    },
  };
}

function cellOf(cells: Map<string, Cell>, industry: string, region: string | null, months: number): Cell {
  const key = `${industry}|${region ?? ""}`;
  const known = cells.get(key);
  if (known) return known;
  const cell = { industry, region, people: new Float64Array(months), enterprises: new Uint32Array(months) };
  cells.set(key, cell);
  return cell;
}

function addTo(cell: Cell, headcount: Int32Array): void {
  for (let t = 0; t < headcount.length; t++) {
    if (headcount[t]! <= 0) continue;
    cell.people[t]! += headcount[t]!;
    cell.enterprises[t]! += 1;
  }
}

function cellRecords(cell: Cell, first: Month): IndustryRecord[] {
  const fewest = cell.region === null ? FEWEST_IN_INDUSTRY : FEWEST_IN_TOWN;
  return [...cell.people].flatMap((headcount, t) =>
    cell.enterprises[t]! < fewest
      ? []
      : [
          {
            industry: cell.industry,
            region: cell.region,
            month: first + t,
            headcount,
            publishedOn: dayOf(first + t + 1, LAST_USUAL_DAY),
          },
        ],
  );
}

function spoiled(records: IndustryRecord[]): IndustryRecord[] {
  for (const { atShare, factor } of WRONG_CELLS) {
    const i = Math.floor(records.length * atShare);
    const record = records[i];
    if (record) records[i] = { ...record, headcount: Math.round(record.headcount * factor) };
  }
  return records;
}
