import { decide } from "../../models/decision/decide.ts";
import type { Decision } from "../../models/decision/decision.ts";
import { triggersOf } from "../../models/explain/explain.ts";
import { explainEvents } from "../../models/explain/explain-event.ts";
import { dayOf } from "../../models/instant.ts";
import { type CompiledRules, compileRules, judge } from "../../models/levels.ts";
import { firstDay, monthOfDate } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { regimeIn } from "../../models/regime.ts";
import { NO_FACTS } from "../../models/verdicts.ts";
import { keepDecisions, openAlerts } from "../../src/db/alert.ts";
import { endedEpisodes, openAlertsOf } from "../../src/db/alert-life.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseCodes } from "../../src/db/enterprise.ts";
import { hasUnjudged, keepJudged, type StoredEvent, unjudgedEvents } from "../../src/db/event.ts";
import { newestHeadcounts } from "../../src/db/headcount.ts";
import { holdDecisions } from "../../src/db/lease.ts";
import { regimeChanges } from "../../src/db/regime.ts";
import { type Counts, keepEventRun, latestRuns } from "../../src/db/run.ts";
import { thresholdsIn } from "../../src/db/threshold-set.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { storedDecision } from "../run/decide.ts";
import type { DecisionOutcome } from "../run/decision-outcome.ts";
import { eventFacts, eventsInView, monthsInView } from "../run/events.ts";
import { changeLives } from "../run/lives.ts";
import { writeNotices } from "../run/notices.ts";
import type { Deciding } from "../run/step.ts";
import type { Subject } from "../run/subjects.ts";

type ThresholdsNow = NonNullable<Awaited<ReturnType<typeof thresholdsIn>>>;

/**
 * Judges what was reported since the last time, by rule and at once: an alert is raised or raised further in the transaction
 * that writes its notices. Lowering and closing is left to the month run.
 */
export async function judgeEvents(db: Db, profile: Profile, clock: () => number): Promise<Counts> {
  if (!(await hasUnjudged(db))) return { judged: 0, raised: 0, notices: 0 };
  return db.transaction(async (tx) => {
    await holdDecisions(tx);
    const now = clock();
    const today = dayOf(now);
    const vintage = await vintageAsOf(tx, today);
    const thresholds = await thresholdsIn(tx, monthOfDate(today));
    if (!vintage || !thresholds) return { judged: 0, raised: 0, notices: 0 };
    const since = firstDay(monthOfDate(today) - monthsInView(thresholds.set) + 1);
    const { enterprises, batch } = await unjudgedEvents(tx, since, today);
    await keepJudged(tx, batch);
    if (enterprises.length === 0) return { judged: 0, raised: 0, notices: 0 };
    const afterRun = (await latestRuns(tx)).at(-1)?.id ?? null;
    const regimeId = regimeIn(await regimeChanges(tx), monthOfDate(today))?.id ?? null;
    const run = await keepEventRun(tx, {
      ...{ month: monthOfDate(today), asOf: today, vintage, thresholdSetId: thresholds.id, model: "events", afterRun },
      regimeId,
    });
    const deciding = { tx, run, profile, at: new Date(now).toISOString() };
    return carryOut(deciding, await decideOn(deciding, enterprises, thresholds), enterprises.length);
  });
}

interface EventDecision {
  readonly subject: Subject;
  readonly decision: Decision;
}

/** Decisions that raise something; what is no worse than known is left out. */
async function decideOn(
  { tx, run, profile }: Deciding,
  enterprises: readonly number[],
  { set }: ThresholdsNow,
): Promise<EventDecision[]> {
  const events = await eventsInView(tx, run, set);
  const sizes = await newestHeadcounts(tx, run.vintage, enterprises);
  const codes = await enterpriseCodes(tx, enterprises);
  const open = await openAlertsOf(tx, "enterprise", [...codes.values()]);
  const ended = await endedEpisodes(tx, "enterprise", [...codes.values()]);
  const rules = compileRules(set, profile);
  const levels = profile.levels.map(({ code }) => code);
  return enterprises.flatMap((id) => {
    const code = codes.get(id)!;
    const subject = subjectOf(code, events.get(id) ?? [], sizes.get(id) ?? null, rules, {
      run,
      profile,
      rules: set.rules,
    });
    const alert = open.get(code);
    const decision = decide({
      month: run.month,
      before: alert?.level ? stateOf(alert.openedMonth, alert.level, levels, run.month) : null,
      found: subject.level,
      reached: subject.rules,
      episodesBefore: ended.get(code) ?? 0,
      thresholds: set.decision,
    });
    return decision.send && (decision.reason === "opened" || decision.reason === "raised")
      ? [{ subject, decision }]
      : [];
  });
}

/** What is open counts as opened before this month, so that a milder finding changes nothing. */
const stateOf = (openedMonth: number, level: string, levels: readonly string[], month: number) => ({
  alertOpenedMonth: Math.min(openedMonth, month - 1),
  level: levels.indexOf(level),
  monthsBelow: 0,
  monthsClear: 0,
});

interface Judging extends Pick<Deciding, "run" | "profile"> {
  readonly rules: ThresholdsNow["set"]["rules"];
}

function subjectOf(
  code: string,
  events: readonly StoredEvent[],
  last: { readonly headcount: number; readonly month: number } | null,
  compiled: CompiledRules,
  { run, profile, rules }: Judging,
): Subject {
  const facts = { ...NO_FACTS, headcountBefore: last?.headcount ?? Number.NaN, events: eventFacts(events, run) };
  const { level, reached } = judge(facts, compiled);
  const kinds = new Map(profile.eventKinds.map((kind) => [kind.code, kind.name]));
  return {
    ...{ subjectKind: "enterprise", subject: code, level, rules: reached, fall: null, atRisk: Number.NaN },
    ...explainEvents({
      events: events.map(({ kind, ...event }) => ({ ...event, name: kinds.get(kind) ?? { zh: kind, en: kind } })),
      last,
      triggers: triggersOf(rules, reached, profile.levels),
    }),
    ...{ silentMonths: 0, recovered: false },
    events: [...new Set(events.map(({ kind }) => kind))],
  };
}

async function carryOut(deciding: Deciding, decided: readonly EventDecision[], judged: number): Promise<Counts> {
  const { tx, run, profile, at } = deciding;
  const openings = decided.map(({ subject, decision }) => ({
    ...subject,
    level: profile.levels[decision.levelAfter]!.code,
  }));
  const alerts = await openAlerts(tx, run.id, run.month, at, openings);
  const outcomes: DecisionOutcome[] = decided.map(({ subject, decision }) => ({
    ...{ subject, decision },
    stored: storedDecision(subject, decision, alerts.get(`enterprise/${subject.subject}`)!, decision.reason, deciding),
  }));
  await keepDecisions(
    tx,
    run.id,
    outcomes.map(({ stored }) => stored),
  );
  await changeLives(deciding, outcomes);
  return { judged, raised: outcomes.length, notices: await writeNotices(deciding, outcomes) };
}
