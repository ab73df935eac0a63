import { industryChain } from "../../models/industry.ts";
import { formatMonth, lastDay } from "../../models/month.ts";
import type { NoticeAbout, NoticeKind } from "../../models/notice/notice.ts";
import type { Profile } from "../../models/profile.ts";
import { deskKey } from "../../models/routing/desk.ts";
import { type Routed, routeAlert } from "../../models/routing/route-alert.ts";
import { holdAlerts } from "../../src/db/alert-life.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";
import { keepNotices, type NewNotice } from "../../src/db/notice.ts";
import { type Registered, registered } from "../../src/db/register.ts";
import type { DecisionOutcome } from "./decision-outcome.ts";
import type { Deciding } from "./step.ts";

/** Writes down, in the decision's own transaction, what each desk is to be told; sending it is another job. */
export async function writeNotices(context: Deciding, outcomes: readonly DecisionOutcome[]): Promise<number> {
  const { tx, run } = context;
  const told = outcomes.filter(({ stored }) => stored.send && stored.alert !== null);
  const enterprises = told.filter(({ subject }) => subject.subjectKind === "enterprise");
  const ids = await enterpriseIdsOf(
    tx,
    enterprises.map(({ subject }) => subject.subject),
  );
  const register = await registered(tx, run.vintage, [...ids.values()]);
  const alerts = await holdAlerts(
    tx,
    told.map(({ stored }) => stored.alert!),
  );
  const notices = told.flatMap((outcome) => {
    const entry = register.get(ids.get(outcome.subject.subject) ?? 0);
    return noticesFor(outcome, entry, alerts.get(outcome.stored.alert!)!.number, context);
  });
  return keepNotices(tx, notices);
}

function noticesFor(
  outcome: DecisionOutcome,
  entry: Registered | undefined,
  number: string,
  { run, profile, at }: Deciding,
): NewNotice[] {
  const { subject, stored } = outcome;
  const about = aboutOf(outcome, entry, number, profile);
  const routed: Routed = {
    ...{ subjectKind: subject.subjectKind, level: severest(outcome, profile), events: subject.events },
    ...{ industry: entry?.industryRaw ?? null, ownership: entry?.ownership ?? null, region: entry?.region ?? null },
    ...{ keyEnterprise: entry?.keyEnterprise ?? false, specialist: entry?.specialist ?? null },
  };
  const worse = stored.reason === "opened" || stored.reason === "raised";
  return routeAlert(profile, routed, lastDay(run.month)).map(({ desk, routes }) => ({
    ...{
      key: `${run.id}/${number}/${stored.reason}/${deskKey(desk)}`,
      desk: deskKey(desk),
      routes,
      alert: stored.alert,
      case: null,
    },
    ...{ kind: stored.reason as NoticeKind, at, about },
    atOnce: worse && profile.routing.atOnce.includes(stored.levelAfter!),
  }));
}

/** Whoever heard of an alert at its worst hears that it is better. */
function severest({ decision: { levelBefore, levelAfter } }: DecisionOutcome, { levels }: Profile): string {
  const places = [levelBefore, levelAfter].filter((place) => place >= 0);
  return levels[Math.min(...places)]!.code;
}

function aboutOf(
  { subject, stored }: DecisionOutcome,
  entry: Registered | undefined,
  number: string,
  profile: Profile,
): NoticeAbout {
  const name = subject.subjectKind === "place" ? profile.title.zh : (entry?.name ?? subject.subject);
  return {
    ...{ number, subjectKind: subject.subjectKind, subject: subject.subject, name },
    industries: entry?.industryRaw ? industryChain(profile, entry.industryRaw) : [],
    region: entry?.region ?? null,
    ...{ level: stored.levelAfter, levelBefore: stored.levelBefore, month: formatMonth(stored.month) },
    ...{ repeat: stored.repeat, headline: subject.headline, explanation: subject.explanation },
  };
}
