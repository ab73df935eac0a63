import type { Disagreement } from "../../../models/cross-foot.ts";
import type { Contribution } from "../../../models/groups/group-snapshot.ts";
import { MOVEMENT_LIMITS } from "../../../models/movement-limits.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { GroupOutlook, OutlookFacts } from "../../../reports/outlook-facts.ts";
import { sumBy } from "../../frame.ts";
import { type Counting, tradeCells } from "../cells.ts";
import { monthsBack } from "../columns.ts";
import { topOf } from "../largest.ts";
import { addUp } from "../sums.ts";
import { checkIn } from "./cell.ts";

const SIDES = ["losses", "gains"] as const;
type Side = (typeof SIDES)[number];
const GROUPED = ["place", "sector", "section", "division", "region", "department", "size"] as const;

interface Mover {
  readonly row: number;
  readonly persons: number;
}

/** The most that each group lost and gained, by "section:C/losses", chosen from the histories one after the other. */
type Movers = ReadonlyMap<string, readonly Mover[]>;

/** Holds the enterprises named as moving a group most, their persons and their shares, against the histories. */
export async function moversAgain(
  counting: Counting,
): Promise<(scope: string, told: Pick<OutlookFacts, "place" | "groups" | "unnamed">) => Disagreement[]> {
  const { panel, profile } = counting;
  const movers = moversOf(counting);
  const gross = await grossOf(counting);
  const largest = (many: number) => new Set(largestRows(panel, many));
  return (scope, { place, groups, unnamed = 0 }) => {
    const left = largest(unnamed);
    const key = scope === "" ? `place:${profile.place}` : scope;
    const ofGroup = (outlook: GroupOutlook, name: string) =>
      SIDES.flatMap((side) => {
        const expected = (movers.get(`${name}/${side}`) ?? []).filter(({ row }) => !left.has(row));
        return sideAgain(panel, `movers/${name}/${side}`, expected, outlook[side], gross(name, side));
      });
    const parts = scope === "" ? Object.values(groups).flat() : [];
    return [...ofGroup(place, key), ...parts.flatMap((one) => ofGroup(one, `${one.dimension}:${one.code}`))];
  };
}

function sideAgain(
  panel: Panel,
  cell: string,
  expected: readonly Mover[],
  told: readonly Contribution[],
  gross: number,
): Disagreement[] {
  const check = checkIn("");
  const places = Array.from({ length: Math.max(expected.length, told.length) }, (_, i) => i);
  return places.flatMap((i) => {
    const [mover, one] = [expected[i], told[i]];
    const at = `${cell}/${i + 1}`;
    if (!mover || !one)
      return check(`${at}/enterprise`, mover ? panel.enterprise[mover.row]! : 0, one?.enterprise ?? 0);
    return [
      ...check(`${at}/enterprise`, panel.enterprise[mover.row]!, one.enterprise),
      ...check(`${at}/base`, monthsBack(panel, mover.row, 1), one.base),
      ...check(`${at}/current`, monthsBack(panel, mover.row, 0), one.current),
      ...check(`${at}/share`, mover.persons / gross, one.share),
    ];
  });
}

function moversOf(counting: Counting): Movers {
  const { panel } = counting;
  const groupsOf = groupNames(counting);
  const movers = new Map<string, Mover[]>();
  for (let row = 0; row < panel.size; row++) {
    const change = changeOf(panel, row);
    if (change === 0) continue;
    const side: Side = change < 0 ? "losses" : "gains";
    for (const name of groupsOf(row)) keepLargest(movers, `${name}/${side}`, { row, persons: Math.abs(change) });
  }
  return movers;
}

/** Of two alike the earlier row stands first. */
function keepLargest(movers: Map<string, Mover[]>, name: string, mover: Mover): void {
  const most = MOVEMENT_LIMITS.named.value;
  const known = movers.get(name) ?? [];
  if (known.length === most && mover.persons <= known.at(-1)!.persons) return;
  const at = known.findIndex(({ persons }) => persons < mover.persons);
  movers.set(name, known.toSpliced(at < 0 ? known.length : at, 0, mover).slice(0, most));
}

function groupNames(counting: Counting): (row: number) => readonly string[] {
  const list = tradeCells(counting);
  const known = new Map<number, readonly string[]>();
  return (row) => {
    const key = list.keys[row]!;
    const names = known.get(key) ?? list.read(key).groups.map(({ dimension, code }) => `${dimension}:${code}`);
    known.set(key, names);
    return names;
  };
}

/** All persons that a group lost or gained, added by danfo. */
async function grossOf(counting: Counting): Promise<(name: string, side: Side) => number> {
  const { panel } = counting;
  const list = tradeCells(counting);
  const changes = Float64Array.from({ length: panel.size }, (_, row) => changeOf(panel, row));
  const [cells] = await sumBy([list.keys], {
    losses: changes.map((change) => Math.max(0, -change)),
    gains: changes.map((change) => Math.max(0, change)),
  });
  const sums = addUp(list, cells!, GROUPED).get("");
  return (name, side) => sums?.get(name)?.[side] ?? 0;
}

function changeOf(panel: Panel, row: number): number {
  const [before, now] = [monthsBack(panel, row, 1), monthsBack(panel, row, 0)];
  return before === GAP || now === GAP ? 0 : now - before;
}

function largestRows(panel: Panel, many: number): readonly number[] {
  const rows = Array.from({ length: panel.size }, (_, row) => row);
  return many === 0 ? [] : topOf(rows, (row) => monthsBack(panel, row, 0), many);
}
