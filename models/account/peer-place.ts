import { GAP, type Panel } from "../panel.ts";
import { type CohortTree, sizeBand } from "../scoring/cohort-tree.ts";
import type { Limits } from "../scoring/limits.ts";
import { persons } from "../scoring/log-change.ts";
import { medianInPlace } from "../scoring/median.ts";
import type { PeerGroup } from "./peer-chain.ts";

/** The peers whose median change was expected of an enterprise, and where it stands among them. Shares: −0.05 is 5 % fewer. */
export interface PeerPlace {
  readonly kind: Extract<PeerGroup["kind"], "region" | "band" | "industry">;
  /** Position in the profile's industries. */
  readonly industry: number;
  readonly band: number;
  /** Enterprises that reported this month and the month before, itself among them. */
  readonly enterprises: number;
  readonly median: number;
  /** Its own change; null where it did not report both months. */
  readonly own: number | null;
  /** How many of them fell further, or grew less; null where its own change is not known. */
  readonly below: number | null;
}

/**
 * The finest group around a row that is large enough, as the score took it: industry × size band × region, industry × size
 * band, then the industries above within small or large. The panel holds all enterprises of its section. null where the group
 * is wider than a section, or its industry is not known.
 */
export function peerPlace(panel: Panel, tree: CohortTree, limits: Limits, row: number): PeerPlace | null {
  const groups = groupsAround(panel, tree, limits, row).map((group) => ({
    ...group,
    changes: changesIn(panel, group),
  }));
  const fewest = Math.max(2, limits.cohortMinimum);
  const own = changeOf(panel, row);
  const used = groups.find(
    ({ changes }, i) => changes.length >= fewest && changes.length < (groups[i + 1]?.changes.length ?? Infinity),
  );
  if (!used) return null;
  const { kind, industry, changes } = used;
  return {
    ...{
      kind,
      industry,
      own,
      band: bandOf(panel, tree, row),
      enterprises: changes.length,
      median: medianInPlace(Float64Array.from(changes), 0, changes.length),
    },
    below: own === null ? null : changes.filter((change) => change < own).length,
  };
}

interface Around {
  readonly kind: PeerPlace["kind"];
  readonly industry: number;
  holds(row: number): boolean;
}

/** From the finest up. */
function groupsAround(panel: Panel, tree: CohortTree, { largeFrom }: Limits, row: number): readonly Around[] {
  const { industry, region } = panel;
  const band = bandOf(panel, tree, row);
  const trade = industry[row]!;
  if (trade < 0) return [];
  const isLarge = (of: number) => tree.sizeBands[of]! >= largeFrom;
  const banded = (other: number) => industry[other] === trade && bandOf(panel, tree, other) === band;
  const groups: Around[] = [{ kind: "band", industry: trade, holds: banded }];
  if (region[row]! >= 0)
    groups.unshift({
      kind: "region",
      industry: trade,
      holds: (other) => banded(other) && region[other] === region[row],
    });
  for (let above = trade; above >= 0; above = tree.industryParent[above]!) {
    const top = above;
    const holds = (other: number) =>
      isWithin(tree, industry[other]!, top) && isLarge(bandOf(panel, tree, other)) === isLarge(band);
    groups.push({ kind: "industry", industry: top, holds });
  }
  return groups;
}

function isWithin({ industryParent }: CohortTree, industry: number, top: number): boolean {
  for (let at = industry; at >= 0; at = industryParent[at]!) if (at === top) return true;
  return false;
}

/** Size band by the month before the panel's last, or the report nearest before it. */
function bandOf({ headcount, width }: Panel, tree: CohortTree, row: number): number {
  const last = (row + 1) * width - 1;
  for (let at = last - 1; at >= row * width; at--) if (headcount[at] !== GAP) return sizeBand(tree, headcount[at]!);
  return sizeBand(tree, Math.max(0, headcount[last]!));
}

const changesIn = (panel: Panel, { holds }: Around): number[] =>
  Array.from({ length: panel.size }, (_, row) => row)
    .filter(holds)
    .flatMap((row) => changeOf(panel, row) ?? []);

/** The change as scores see it, whose log of a reported 0 is that of half a person; null where a month is not reported. */
function changeOf({ headcount, width }: Panel, row: number): number | null {
  const last = (row + 1) * width - 1;
  const [base, current] = [headcount[last - 1]!, headcount[last]!];
  return base === GAP || current === GAP ? null : persons(current) / persons(base) - 1;
}
