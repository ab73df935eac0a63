import type { JudgedAlerts } from "../../../models/judging/alerts-by-level.ts";
import { compareSides } from "../../../models/lab/compare-sides.ts";
import { type StrictnessPoint, strictnessCurve } from "../../../models/lab/curve.ts";
import { type LabMonth, type LabSide, labSide } from "../../../models/lab/side.ts";
import { type Edits, tunables, withEdits } from "../../../models/lab/tunable.ts";
import { formatMonth } from "../../../models/month.ts";
import { Problem } from "../../../models/problem.ts";
import type { Profile } from "../../../models/profile.ts";
import { beyondFloors } from "../../../models/replay/floors.ts";
import { withSections } from "../../../models/strictness.ts";
import { text } from "../../../models/text.ts";
import type { ThresholdSet } from "../../../models/threshold.ts";
import type { Db } from "../../db/db.ts";
import { latestRuns } from "../../db/run.ts";
import { type StoredThresholds, thresholdSet, thresholdsIn } from "../../db/threshold-set.ts";
import { thresholdVersions } from "../../db/threshold-version.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { type LabGroups, labGroups } from "./lab-groups.ts";
import type { LabBench } from "./lab-history.ts";
import { editsIn, type LabQuery } from "./lab-input.ts";
import { type NamedDifference, namedDifference } from "./named-difference.ts";
import { type NextRun, nextRun } from "./next-run.ts";
import { type ToldVersion, toldVersion } from "./told-version.ts";

/** The lab as programs get it; the page says the same. */
export interface LabView {
  /** The set tried, as it would be saved. */
  readonly set: ThresholdSet;
  /** The set that was changed: what was moved, and what stood there before. */
  readonly chosen: { readonly id: number; readonly name: string; readonly edits: Edits; readonly before: Edits };
  readonly against: { readonly id: number; readonly name: string };
  /** The month from which a set saved now would hold by default. */
  readonly nextMonth: string;
  readonly versions: readonly ToldVersion[];
  /** Rules that ask for less than was kept of the months: nothing can be shown for them. */
  readonly beyond: readonly string[];
  /** null where there is nothing to try a set on, or where rules are beyond. */
  readonly result: LabResult | null;
}

export interface LabResult {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** The set held against, and the set tried. */
  readonly first: ToldSide;
  readonly second: ToldSide;
  readonly difference: NamedDifference;
  readonly groups: LabGroups;
  readonly next: NextRun | null;
  /** null unless asked for. */
  readonly curve: readonly StrictnessPoint[] | null;
}

export interface ToldSide {
  readonly months: readonly (Omit<LabMonth, "month"> & { readonly month: string })[];
  readonly judged: JudgedAlerts;
  /** How often an alert had to wait for a visit. */
  readonly heldBack: number;
  readonly placeAlerts: number;
}

export const labView = (
  asked: Asked<{ query: LabQuery }>,
  { profile, desk }: Pick<WebOptions, "profile" | "desk">,
  benchIn: (tx: Db) => Promise<LabBench | null>,
): Promise<LabView> =>
  asked.read(async (tx) => {
    const { query } = asked.input;
    const newest = (await latestRuns(tx)).at(-1)?.month ?? null;
    const versions = await thresholdVersions(tx);
    const inForce = await thresholdsIn(tx, (newest ?? 0) + 1);
    const kept = await chosenSet(tx, query.set, versions, inForce);
    const chosen = { id: kept.id, set: withSections(kept.set, profile) };
    const against = await chosenSet(tx, query.against, versions, inForce);
    const edits = editsIn(query, chosen.set);
    const set = withEdits(chosen.set, edits);
    const beyond = [...beyondFloors(set), ...beyondFloors(against.set)];
    const bench = beyond.length > 0 ? null : await benchIn(tx);
    return {
      set,
      chosen: { id: chosen.id, name: chosen.set.name, edits, before: valuesOf(edits, chosen.set) },
      against: { id: against.id, name: against.set.name },
      nextMonth: newest === null ? set.validFrom : formatMonth(newest + 1),
      versions: versions.map((one) => toldVersion(one, inForce?.id ?? null)).toReversed(),
      beyond: [...new Set(beyond)],
      result: bench && {
        ...(await resultOf(tx, bench, { first: against.set, second: set }, profile)),
        next: await nextRun(tx, desk, { first: against.set, second: set }),
        curve:
          query.curve === "yes"
            ? strictnessCurve(set, (one) => (one === set ? bench.side(one) : labSide(one, bench.history, profile)))
            : null,
      },
    };
  });

const valuesOf = (edits: Edits, set: ThresholdSet): Edits =>
  Object.fromEntries(
    tunables(set)
      .filter(({ key }) => edits[key] !== undefined)
      .map(({ key, threshold }) => [key, threshold.value]),
  );

async function chosenSet(
  tx: Db,
  asked: string | undefined,
  versions: readonly { readonly id: number }[],
  inForce: StoredThresholds | null,
): Promise<StoredThresholds> {
  if (!asked && inForce) return inForce;
  const known = versions.find(({ id }) => String(id) === asked);
  if (known) return thresholdSet(tx, known.id);
  throw new Problem(
    "no-data",
    "threshold-version-unknown",
    text(`没有编号为${asked ?? "—"}的阈值方案。`, `There is no threshold set ${asked ?? "—"}.`),
    text("请从版本列表中选择。", "Choose one of the list of versions."),
  );
}

async function resultOf(
  tx: Db,
  bench: LabBench,
  sets: { readonly first: ThresholdSet; readonly second: ThresholdSet },
  profile: Profile,
): Promise<Omit<LabResult, "next" | "curve">> {
  const { months } = bench.history;
  const [first, second] = [bench.side(sets.first), bench.side(sets.second)];
  return {
    ...{ from: formatMonth(months[0]!.month), to: formatMonth(months.at(-1)!.month), months: months.length },
    ...{ first: toldSide(first), second: toldSide(second) },
    difference: await namedDifference(tx, compareSides(first, second), [first, second], profile),
    groups: await labGroups(tx, bench.history, [first, second], profile),
  };
}

const toldSide = ({ months, judged, outcome }: LabSide): ToldSide => ({
  months: months.map((one) => ({ ...one, month: formatMonth(one.month) })),
  judged,
  heldBack: outcome.heldBack,
  placeAlerts: outcome.place.episodes.length,
});
