import { compareSides } from "../../../models/lab/compare-sides.ts";
import { strictnessCurve } from "../../../models/lab/curve.ts";
import { type LabSide, labSide } from "../../../models/lab/side.ts";
import { type Edits, tunables, withEdits } from "../../../models/lab/tunable.ts";
import { formatMonth } from "../../../models/month.ts";
import { Problem } from "../../../models/problem.ts";
import type { Profile } from "../../../models/profile.ts";
import { beyondFloors } from "../../../models/replay/floors.ts";
import { withGroups } from "../../../models/strictness.ts";
import { text } from "../../../models/text.ts";
import type { ThresholdSet } from "../../../models/threshold.ts";
import type { Db } from "../../db/db.ts";
import { latestRuns } from "../../db/run.ts";
import { type StoredThresholds, thresholdSet, thresholdsIn } from "../../db/threshold-set.ts";
import { thresholdVersions } from "../../db/threshold-version.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import type { LabResult, LabView, ToldSide } from "./lab-answer.ts";
import { labGroups } from "./lab-groups.ts";
import type { LabBench } from "./lab-history.ts";
import { editsIn, type LabQuery } from "./lab-input.ts";
import { namedDifference } from "./named-difference.ts";
import { nextRun } from "./next-run.ts";
import { toldVersion } from "./told-version.ts";

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
    const chosen = { id: kept.id, set: withGroups(kept.set, profile) };
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
