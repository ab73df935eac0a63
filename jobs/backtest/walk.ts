import { type EventDefinition, lineOf } from "../../models/judging/event-definition.ts";
import { formatMonth, type Month } from "../../models/month.ts";
import type { Reach } from "../../models/replay/floors.ts";
import { beginGathering, type Gathered } from "../../models/replay/judged-rows.ts";
import { keepMonth } from "../../models/replay/keep-month.ts";
import type { KeptMonth } from "../../models/replay/kept-month.ts";
import { panelQ } from "../../models/scoring/panel-q.ts";
import { reusedRoom } from "../../models/shared-room.ts";
import type { Db } from "../../src/db/db.ts";
import { monthsAsKnown } from "../../src/db/timeline.ts";
import type { Progress } from "../progress.ts";
import { type Scorer, scoreMonth } from "./score-month.ts";

export interface WalkOrder extends Omit<Scorer, "room"> {
  readonly from: Month;
  readonly to: Month;
  /** The event that what was reported foretells. */
  readonly definition: EventDefinition;
  /** Persons from which an enterprise-month is judged. */
  readonly fewest: number;
  readonly reach: Reach;
  readonly signal: AbortSignal;
}

export interface Walked {
  readonly months: readonly KeptMonth[];
  readonly gathered: Gathered;
  /** How many of the months were seen as published, and how many only as finally known. */
  readonly asPublished: number;
  readonly final: number;
}

/** Scores every month on what its run would have known, and keeps what rules and judging need of it. */
export async function walkMonths(db: Db, order: WalkOrder, progress: Progress): Promise<Walked> {
  const { profile, detector, definition, from, to, fewest, reach, signal } = order;
  const kinds = profile.eventKinds.map(({ code }) => code);
  const gathering = beginGathering(profile, fewest, lineOf(definition));
  const room = reusedRoom();
  const months: KeptMonth[] = [];
  const seen = { "as-published": 0, final: 0 };
  progress.start(`${formatMonth(from)}–${formatMonth(to)}`, to - from + 1);
  for await (const { panel, events, vintages } of monthsAsKnown(db, profile, from, to, reusedRoom())) {
    signal.throwIfAborted();
    const scores = await scoreMonth(panel, events, { ...order, room });
    months.push(keepMonth(panel, scores, panelQ(panel, scores, detector.leakReference.value), events, kinds, reach));
    gathering.month(panel, scores, events);
    seen[vintages]++;
    progress.advance(1);
  }
  progress.finish("");
  return { months, gathered: gathering.gathered(), asPublished: seen["as-published"], final: seen.final };
}
