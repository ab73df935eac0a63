import { GAP, type Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { between, chance, integer, type Random, randomOf } from "../../src/simulate/random.ts";

/** Share of months without a report, and the most a month moves either way. */
const GAPS = 0.01;
const TURNOVER = 0.05;
const MOST_PEOPLE = 50_000;
const MONTH = 24_312;

/** Enterprises of all sizes that move by chance, a report missing now and then, the same every time: what scoring is timed on. */
export function randomPanel(profile: Profile, size: number, width: number): Panel {
  const random = randomOf(1, size);
  const nothing = () => new Int32Array(size).fill(GAP);
  const headcount = new Int32Array(size * width);
  for (let row = 0; row < size; row++) fillRow(headcount.subarray(row * width, (row + 1) * width), random);
  return {
    ...{ month: MONTH, size, width, headcount },
    enterprise: Int32Array.from({ length: size }, (_, row) => row + 1),
    ...{ dispatch: nothing(), dispatchBefore: nothing(), hidden: nothing(), transferredMonth: nothing() },
    firstHeadcount: Int32Array.from({ length: size }, (_, row) => Math.max(1, headcount[row * width]!)),
    industry: Int32Array.from({ length: size }, () => integer(random, 0, profile.industries.length - 1)),
    region: Int32Array.from({ length: size }, () => integer(random, 0, profile.regions.length - 1)),
    ...{ closed: new Uint8Array(size), transferred: new Uint8Array(size) },
  };
}

function fillRow(cells: Int32Array, random: Random): void {
  let people = 5 / (1 - random()) ** 0.9;
  for (let t = 0; t < cells.length; t++) {
    people = Math.min(MOST_PEOPLE, Math.max(1, people * (1 + between(random, -TURNOVER, TURNOVER))));
    cells[t] = chance(random, GAPS) ? GAP : Math.round(people);
  }
}
