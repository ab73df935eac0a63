import { rowOf } from "../../models/fill-panel.ts";
import type { EventFact } from "../../models/levels.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { eventWeights, heaviestEvent } from "../../models/risk/event-weight.ts";

/** What reported events add to the risk, by row of the panel. */
export function weightsByRow(
  panel: Panel,
  facts: ReadonlyMap<number, readonly EventFact[]>,
  { eventKinds }: Profile,
): ReadonlyMap<number, number> {
  const weights = eventWeights(eventKinds);
  const rows = [...facts].map(([enterprise, events]) => [rowOf(panel, enterprise), heaviestEvent(events, weights)]);
  return new Map(rows.filter(([row, weight]) => row! >= 0 && weight! > 0) as [number, number][]);
}
