import { type EarlierCount, judgeCounts } from "../../models/counts/judge-counts.ts";
import { type Counted, monthCounts } from "../../models/counts/month-counts.ts";
import { EVENT_GROUPS } from "../../models/event-group.ts";
import { UNKNOWN } from "../../models/figure.ts";
import { rowOf } from "../../models/fill-panel.ts";
import { firstDay, lastDay } from "../../models/month.ts";
import { MONTH_LIMITS } from "../../models/month-limits.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { eventsBetween } from "../../src/db/event.ts";
import { alarmingEnterprises, countsBefore, keepMonthCounts } from "../../src/db/month-count.ts";
import type { Counts } from "../../src/db/run.ts";
import { silentScores } from "../../src/db/score.ts";
import type { StepContext } from "./step.ts";

/** As far back as five years of comparison look. */
const MONTHS_BACK = 66;

/** Counts alarming and silent enterprises and events by place, section and region, and says which counts are unusual. */
export async function countMonth(context: StepContext): Promise<Counts> {
  const { tx, run, profile } = context;
  const kinds = ["alarming", "silent", "event", ...Object.keys(EVENT_GROUPS).map((group) => `event:${group}`)];
  const counts = monthCounts(profile.place, kinds, await countedIn(context));
  const earlier = await countsBefore<EarlierCount>(tx, run.id, run.month - MONTHS_BACK);
  const judged = judgeCounts(run.month, counts, earlier);
  await keepMonthCounts(tx, run.id, judged);
  const alarms = judged.filter(({ alarm }) => alarm.kind === "judged" && alarm.alarm).length;
  return { counts: judged.length, alarms };
}

async function countedIn({ tx, run, profile, panel }: StepContext): Promise<Counted[]> {
  const groups = groupsOf(await panel(tx), profile);
  const silent = await silentScores(tx, run.id, MONTH_LIMITS.expectedMonths.value);
  const events = await eventsBetween(tx, firstDay(run.month), lastDay(run.month), run.vintage);
  const group = new Map(profile.eventKinds.map((kind) => [kind.code, kind.group]));
  return [
    ...(await alarmingEnterprises(tx, run.id)).map((id) => ({ kind: "alarming", ...groups(id) })),
    ...silent.map(({ enterprise }) => ({ kind: "silent", ...groups(enterprise) })),
    ...events.flatMap(({ enterprise, kind }) => {
      const kinds = group.get(kind) ? ["event", `event:${group.get(kind)}`] : ["event"];
      return kinds.map((one) => ({ kind: one, ...groups(enterprise) }));
    }),
  ];
}

/** Section and region of an enterprise; unknown for one that never reported a headcount. */
function groupsOf(panel: Panel, profile: Profile): (enterprise: number) => Pick<Counted, "section" | "region"> {
  const { section, region } = profileIndex(profile);
  return (enterprise) => {
    const row = rowOf(panel, enterprise);
    if (row < 0) return { section: UNKNOWN, region: UNKNOWN };
    return {
      section: section.codes[section.groupOf[panel.industry[row]! + 1]!]!,
      region: region.codes[region.groupOf[panel.region[row]! + 1]!]!,
    };
  };
}
