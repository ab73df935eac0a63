import { festivalAwayIn } from "../festival-away.ts";
import type { Dimension } from "../figure.ts";
import { type ExpectedMonth, expectedCourse, forecastTotal, type TotalForecast } from "../forecast/total-forecast.ts";
import { chainOf, linkedMonths } from "../linked-months.ts";
import { MOVEMENT_LIMITS } from "../movement-limits.ts";
import type { Panel } from "../panel.ts";
import { type GroupCourse, groupCourse } from "./group-course.ts";
import type { Group, GroupLayout } from "./group-layout.ts";
import { type GroupSnapshot, groupSnapshots } from "./group-snapshot.ts";

/** What is said of a group beside its figures. */
export interface GroupOutline extends GroupSnapshot, GroupCourse {
  readonly dimension: Dimension;
  readonly code: string;
  readonly parent: string | null;
}

/** The months of a total that is forecast: what earlier forecasts are held against. */
export interface TotalChain {
  readonly dimension: TotalForecast["dimension"];
  readonly code: string;
  readonly chain: Float64Array;
}

export interface Outlines {
  /** Groups with anybody this month, the place first. */
  readonly outlines: readonly GroupOutline[];
  readonly forecasts: readonly TotalForecast[];
  readonly chains: readonly TotalChain[];
  /** The place's last months with what was expected of each. */
  readonly expected: readonly ExpectedMonth[];
}

/** Two passes over the panel, then each group by itself. */
export function groupOutlines(panel: Panel, layout: GroupLayout, springFestival: boolean): Outlines {
  const away = festivalAwayIn(panel.month, panel.width, MOVEMENT_LIMITS.horizon.value, springFestival);
  const snapshots = groupSnapshots(panel, layout);
  const linked = linkedMonths(panel, layout);
  const seen = layout.groups
    .map((group, g) => ({ group, snapshot: snapshots[g]!, chain: chainOf(group, linked) }))
    .filter(({ group, snapshot }) => group.dimension === "place" || snapshot.concentration.enterprises > 0);
  const chains = seen.flatMap(({ group, chain }) => (isForecast(group) ? [{ ...nameOf(group), chain }] : []));
  return {
    outlines: seen.map(({ group: { dimension, code, parent }, snapshot, chain }) => ({
      ...{ dimension, code, parent },
      ...snapshot,
      ...groupCourse(chain, away),
    })),
    forecasts: chains.map((total) => forecastTotal(total, panel.month, total.chain, away)),
    chains,
    expected: expectedCourse(panel.month, chains[0]!.chain, away),
  };
}

const FORECAST: readonly Dimension[] = ["place", "section", "region", "department"];

const isForecast = (group: Group): group is Group & Pick<TotalChain, "dimension"> => FORECAST.includes(group.dimension);

const nameOf = ({ dimension, code }: Pick<TotalChain, "dimension" | "code">) => ({ dimension, code });
