import { firstDay, lastDay } from "../../models/month.ts";
import type { Panel } from "../../models/panel.ts";
import { FLOORS, WITHIN_FLOORS } from "../../models/replay/floors.ts";
import { keepMonth } from "../../models/replay/keep-month.ts";
import { panelQ } from "../../models/scoring/panel-q.ts";
import { eventsBetween } from "../../src/db/event.ts";
import { keepKeptMonth } from "../../src/db/kept-month.ts";
import type { Found } from "../../src/db/score.ts";
import type { StepContext } from "./step.ts";

/** Keeps what rules look at, so that another threshold set can be tried on this month without scoring it again. */
export async function keepForReplay(
  { tx, run, profile, thresholds }: StepContext,
  panel: Panel,
  { scores, verdicts }: Found,
): Promise<void> {
  const kinds = profile.eventKinds.map(({ code }) => code);
  const q = verdicts.q ?? panelQ(panel, scores, thresholds.detector.leakReference.value);
  const from = firstDay(run.month - FLOORS.eventMonths.value + 1);
  const events = await eventsBetween(tx, from, lastDay(run.month), run.vintage);
  await keepKeptMonth(tx, run.id, keepMonth(panel, scores, q, events, kinds, WITHIN_FLOORS));
}
