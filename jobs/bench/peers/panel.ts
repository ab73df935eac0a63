import { GAP, type Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import { between, chance, integer, type Random, randomOf } from "../../../src/simulate/random.ts";

export const MONTHS = 36;
/** Share of months without a report, and the most a month moves either way. */
const GAPS = 0.01;
const TURNOVER = 0.05;
const MOST_PEOPLE = 50_000;

/** Enterprises of all sizes that move by chance, a report missing now and then: what the peers are timed on. */
export function peerPanel(profile: Profile, size: number): Panel {
  const random = randomOf(1, size);
  const nothing = () => new Int32Array(size).fill(GAP);
  const headcount = new Int32Array(size * MONTHS);
  for (let row = 0; row < size; row++) fillRow(headcount.subarray(row * MONTHS, (row + 1) * MONTHS), random);
  return {
    month: 24_312,
    size,
    width: MONTHS,
    enterprise: Int32Array.from({ length: size }, (_, row) => row + 1),
    headcount,
    dispatch: nothing(),
    dispatchBefore: nothing(),
    hidden: nothing(),
    firstHeadcount: Int32Array.from({ length: size }, (_, row) => Math.max(1, headcount[row * MONTHS]!)),
    industry: Int32Array.from({ length: size }, () => integer(random, 0, profile.industries.length - 1)),
    region: Int32Array.from({ length: size }, () => integer(random, 0, profile.regions.length - 1)),
    closed: new Uint8Array(size),
    transferred: new Uint8Array(size),
    transferredMonth: nothing(),
  };
}

function fillRow(cells: Int32Array, random: Random): void {
  let people = 5 / (1 - random()) ** 0.9;
  for (let t = 0; t < cells.length; t++) {
    people = Math.min(MOST_PEOPLE, Math.max(1, people * (1 + between(random, -TURNOVER, TURNOVER))));
    cells[t] = chance(random, GAPS) ? GAP : Math.round(people);
  }
}
