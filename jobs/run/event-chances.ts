import { rowOf } from "../../models/fill-panel.ts";
import type { EventFact } from "../../models/levels.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { eventChance, foretellingsOf } from "../../models/risk/event-chance.ts";
import type { CompiledModel } from "../../models/risk/model.ts";

/** Chance of the model's event by what was reported, by row of the panel; rows of which nothing was are missing. */
export function chancesByRow(
  { model: { line } }: CompiledModel,
  panel: Panel,
  facts: ReadonlyMap<number, readonly EventFact[]>,
  { eventKinds }: Profile,
): ReadonlyMap<number, number> {
  const kinds = foretellingsOf(eventKinds);
  const chances = new Map<number, number>();
  for (const [enterprise, events] of facts) {
    const row = rowOf(panel, enterprise);
    if (row < 0) continue;
    const headcount = panel.headcount[(row + 1) * panel.width - 1]!;
    const chance = eventChance(events, kinds, line, headcount === GAP ? Number.NaN : headcount);
    if (chance > 0) chances.set(row, chance);
  }
  return chances;
}
