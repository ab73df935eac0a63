import { LARGE_REDUCTION } from "../../models/judging/event-definition.ts";
import { eventsOf } from "../../models/judging/event-months.ts";
import type { TruthEvent } from "../../models/judging/lead-time.ts";
import { JUDGING } from "../../models/judging/thresholds.ts";
import { firstDay, lastDay, type Month, monthOfDate } from "../../models/month.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import { alertHistory, type DecidedLevel } from "../../models/scorecard/alert-history.ts";
import { auditSample } from "../../models/scorecard/audit-sample.ts";
import { BANDS } from "../../models/scorecard/bands.ts";
import { knownEvents } from "../../models/scorecard/known-events.ts";
import { panelCourse } from "../../models/scorecard/panel-course.ts";
import { type Scorecard, scorecardOf } from "../../models/scorecard/scorecard.ts";
import { feedbackOn } from "../../src/db/alert-feedback.ts";
import { eventsBetween } from "../../src/db/event.ts";
import { keepKnownReductions } from "../../src/db/kept-month.ts";
import type { Counts } from "../../src/db/run.ts";
import {
  decidedLevels,
  type EarlierRun,
  interventionsBetween,
  keepSample,
  keepScorecard,
  layoffsTold,
  runsUpTo,
  sampledIn,
} from "../../src/db/scorecard.ts";
import { pastRisk } from "./past-risk.ts";
import { noticeOfScorecard } from "./scorecard-notice.ts";
import type { StepContext } from "./step.ts";

const YEAR = 12;

/** Judges the alerts and the risk of the past year by what is known now, draws this month's audit sample, tells the analysts. */
export async function judgeYear(context: StepContext): Promise<Counts> {
  const { tx, run, profile } = context;
  const panel = await context.panel(tx);
  const to = run.month;
  const horizon = LARGE_REDUCTION.horizon.value;
  const runs = await runsUpTo(tx, run.id, to - 2 * YEAR);
  const from = Math.max(to - YEAR + 1, runs[0]!.month); // nobody could be warned before the first month that was run
  const levels = profile.levels.map(({ code }) => code);
  const decided = await decidedLevels(tx, idsOf(runs), levels);
  const course = panelCourse(panel);
  const byHeadcount = eventsOf(course, panel.enterprise, to - panel.width + 1, LARGE_REDUCTION);
  const toldEver = await layoffsTold(tx, firstDay(to - panel.width + 1), lastDay(to + 1));
  const told = toldEver.filter(({ month }) => month >= from);
  const events = knownEvents(byHeadcount, told, horizon);
  await keepKnownReductions(tx, run.id, knownEvents(byHeadcount, toldEver, horizon));
  const own = [...new Set(decided.filter(({ openedMonth }) => openedMonth >= from).map(({ alert }) => alert))];
  const card = scorecardOf({
    ...{ from, to, event: LARGE_REDUCTION.id, levels, thresholds: JUDGING, bands: BANDS },
    enterpriseMonths: reportedSince(panel, from),
    history: alertHistory(
      decided,
      runs.map(({ month }) => month),
    ),
    events: events.filter(({ month }) => month >= from),
    interventions: await interventionsBetween(tx, firstDay(from - YEAR), lastDay(to + 1)),
    risk: await pastRisk(
      context,
      runs.filter(({ month }) => month > to - YEAR - horizon && month <= to - horizon),
      { panel, course, events },
    ),
    audit: await auditOf(context, runs, events),
    answers: await feedbackOn(tx, own),
  });
  await keepScorecard(tx, run.id, run.month, card);
  await drawSample(context, panel, decided);
  return { ...countsOf(card), told: await noticeOfScorecard(context, card) };
}

/** Draws among those who reported and have no alert. */
async function drawSample({ tx, run }: StepContext, panel: Panel, decided: readonly DecidedLevel[]): Promise<void> {
  const now = decided.filter(({ month, level }) => month === run.month && level >= 0);
  const open = new Set(now.map(({ enterprise }) => enterprise));
  const quiet = panel.enterprise.filter(
    (id, row) => !open.has(id) && panel.headcount[(row + 1) * panel.width - 1] !== GAP,
  );
  await keepSample(tx, run.id, run.month, auditSample(quiet, run.month, BANDS.sample.value));
}

const idsOf = (runs: readonly EarlierRun[]): number[] => runs.map(({ id }) => id);

const countsOf = ({ all, outside }: Scorecard): Counts => ({
  judged: all.alerts - all.verdicts.pending,
  hits: all.verdicts.hit,
  false: all.verdicts.false,
  events: all.events,
  outside: outside.length,
});

/** Enterprise-months with a report. */
function reportedSince({ headcount, width, month, size }: Panel, from: Month): number {
  const first = Math.max(0, from - month + width - 1);
  let count = 0;
  for (let row = 0; row < size; row++)
    for (let column = first; column < width; column++) if (headcount[row * width + column] !== GAP) count++;
  return count;
}

/** Of the enterprises drawn in the past year whose window is over: those that had the event, or of which one was reported. */
async function auditOf(
  { tx, run }: StepContext,
  runs: readonly EarlierRun[],
  events: readonly TruthEvent[],
): Promise<{ readonly looked: number; readonly found: number }> {
  const horizon = LARGE_REDUCTION.horizon.value;
  const sampled = (await sampledIn(tx, idsOf(runs))).filter(
    ({ month }) => month > run.month - YEAR - horizon && month <= run.month - horizon,
  );
  const reported = await eventsBetween(tx, firstDay(run.month - YEAR - horizon), lastDay(run.month), run.vintage);
  const came = [...events, ...reported.map((e) => ({ enterprise: e.enterprise, month: monthOfDate(e.occurredOn) }))];
  const months = new Map<number, Month[]>();
  for (const { enterprise, month } of came) months.set(enterprise, [...(months.get(enterprise) ?? []), month]);
  const isFound = ({ enterprise, month }: { enterprise: number; month: Month }) =>
    months.get(enterprise)?.some((later) => later > month && later <= month + horizon) ?? false;
  return { looked: sampled.length, found: sampled.filter(isFound).length };
}
