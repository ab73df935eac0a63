import type { EventFact } from "../../models/event-fact.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { EventKind, Profile } from "../../models/profile.ts";
import { eventChance, foretellingsOf } from "../../models/risk/event-chance.ts";
import type { CompiledModel } from "../../models/risk/model.ts";
import { trailingGaps } from "../../models/verdicts.ts";

/** Chance of the model's event by what was reported and by silence, by row of the panel; rows without either are missing. */
export function chancesByRow(
  { model: { line } }: CompiledModel,
  panel: Panel,
  facts: ReadonlyMap<number, readonly EventFact[]>,
  { eventKinds }: Profile,
): ReadonlyMap<number, number> {
  const kinds = foretellingsOf(eventKinds);
  const chances = new Map<number, number>();
  for (let row = 0; row < panel.size; row++) {
    const headcount = panel.headcount[(row + 1) * panel.width - 1]!;
    const reported = facts.get(panel.enterprise[row]!) ?? NO_EVENTS;
    const known = headcount === GAP ? [...reported, ...silenceSeen(eventKinds, trailingGaps(panel, row))] : reported;
    const chance = eventChance(known, kinds, line, headcount === GAP ? Number.NaN : headcount);
    if (chance > 0) chances.set(row, chance);
  }
  return chances;
}

/** Silence as an event of its first month, believed as long as events are: nobody has to report it. */
export const silenceSeen = (kinds: readonly EventKind[], silentMonths: number): readonly EventFact[] =>
  kinds
    .filter(({ silence }) => silence)
    .map(({ code }) => ({ kind: code, monthsAgo: silentMonths - 1, day: 0, people: null }));

const NO_EVENTS: readonly EventFact[] = [];
