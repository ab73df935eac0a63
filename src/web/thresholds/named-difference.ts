import type { AlertEpisode } from "../../../models/judging/episodes.ts";
import type { EventVerdict } from "../../../models/judging/lead-time.ts";
import type { LabDifference } from "../../../models/lab/compare-sides.ts";
import type { LabSide } from "../../../models/lab/side.ts";
import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import type { Db } from "../../db/db.ts";
import { enterpriseCodes } from "../../db/enterprise.ts";
import { namesOf } from "../../db/register.ts";
import type { NamedAlert, NamedDifference } from "./difference-answer.ts";

/** Lines of a list that a person reads through. */
const MOST = 100;

export async function namedDifference(
  tx: Db,
  { added, removed, caught, lost, moved }: LabDifference,
  [first, second]: readonly [LabSide, LabSide],
  { levels }: Profile,
): Promise<NamedDifference> {
  const reductions = second.events
    .map((event, i) => ({ event, before: first.events[i]! }))
    .toSorted((a, b) => Number(isSame(a)) - Number(isSame(b)) || (b.event.people ?? 0) - (a.event.people ?? 0))
    .slice(0, MOST);
  const [shownAdded, shownRemoved] = [added.slice(0, MOST), removed.slice(0, MOST)];
  const ids = [...shownAdded, ...shownRemoved, ...reductions.map(({ event }) => event)];
  const codes = await enterpriseCodes(tx, [...new Set(ids.map(({ enterprise }) => enterprise))]);
  const names = await namesOf(tx, [...codes.values()]);
  const nameOf = (id: number) => ({ code: codes.get(id)!, name: names.get(codes.get(id)!) ?? null });
  const alert = ({ enterprise, openedMonth, level }: AlertEpisode): NamedAlert => ({
    ...nameOf(enterprise),
    ...{ month: formatMonth(openedMonth), level: levels[level]!.code },
  });
  const earlier = moved.filter(({ lead }) => lead.second > lead.first).length;
  return {
    counts: {
      ...{ added: added.length, removed: removed.length, caught: caught.length, lost: lost.length },
      ...{ earlier, later: moved.length - earlier },
    },
    ...{ added: shownAdded.map(alert), removed: shownRemoved.map(alert) },
    reductions: reductions.map(({ event, before }) => ({
      ...nameOf(event.enterprise),
      ...{ month: formatMonth(event.month), people: event.people, first: told(before), second: told(event) },
    })),
    reductionCount: second.events.length,
  };
}

const told = ({ verdict, lead }: EventVerdict) => ({ verdict, lead });

const isSame = ({ event, before }: { event: EventVerdict; before: EventVerdict }): boolean =>
  event.verdict === before.verdict && event.lead === before.lead;
