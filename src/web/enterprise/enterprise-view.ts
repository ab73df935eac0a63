import { eventFact } from "../../../models/event-fact.ts";
import { dayOf } from "../../../models/instant.ts";
import { formatMonth, lastDay, type Month } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { shown } from "../../../models/rights/fields.ts";
import { may, type Subject } from "../../../models/rights/may.ts";
import { reachOf } from "../../../models/rights/reach.ts";
import type { Db } from "../../db/db.ts";
import { plans } from "../../db/layoff-plan.ts";
import { latestRuns, type Run } from "../../db/run.ts";
import { alertInbox } from "../../db/scope/alert-inbox.ts";
import { casesInReach } from "../../db/scope/cases-in-reach.ts";
import {
  enterpriseEvents,
  enterpriseHistory,
  eventsKnown,
  type HistoryMonth,
  headcountVersions,
} from "../../db/scope/enterprise-history.ts";
import { enterpriseInReach } from "../../db/scope/enterprise-in-reach.ts";
import { enterpriseSubject } from "../../db/scope/enterprise-scope.ts";
import { waitingCorrections } from "../../db/upload-step.ts";
import { told } from "../alerts/inbox-view.ts";
import { type Asked, personOf } from "../asked.ts";
import { withNextDue } from "../cases/owed.ts";
import { toldPlan } from "../layoff/told-plan.ts";
import type { WebOptions } from "../options.ts";
import { notFound } from "../shell/problems.ts";
import { supportTold } from "./support.ts";
import { toldVersions } from "./versions.ts";
import { whyNoneOf, whyOf } from "./why.ts";

interface Input {
  readonly params: { readonly code: string };
}

/** Months of history told. */
const MONTHS = 36;
/** More alerts and cases than any enterprise has. */
const MANY = 200;

/** What is known of one enterprise, in the groups that the reader may read; the others are left out. */
export async function enterpriseView({ desk, db, profile }: WebOptions, asked: Asked<Input>) {
  const { code } = asked.input.params;
  const found = await asked.read(async (tx) => {
    const run = (await latestRuns(tx)).at(-1) ?? null;
    const subject: Subject | null = await enterpriseSubject(tx, code);
    return subject && { run, subject, told: await stored(tx, asked, run, profile) };
  });
  if (!found?.told) throw notFound();
  const { run, subject } = found;
  const { score, known, scored, ...sheet } = found.told;
  const model = run && (await desk.modelOf(db, run));
  const why = model && score ? whyOf(model, score, known, profile.eventKinds) : [];
  const mayCompare = may(personOf(asked), "read-alerts", subject).allowed;
  const peers = run && mayCompare ? await desk.peers(db, run, code) : null;
  const support = supportTold(await desk.support(db, code, dayOf(asked.now)));
  const judgement = { ...sheet.judgement, riskKind: model?.kind ?? null };
  const groups = { ...sheet, judgement, why, peers, support };
  const person = personOf(asked);
  const mayCorrect = may(person, "review-import", subject).allowed;
  const groupsShown = shown(groups, (action) => may(person, action, subject));
  const eventsSince = (groupsShown.events ?? []).filter((event) => !scored.has(nameOf(event))).length;
  const none = {
    ...{ score: model && score, risk: sheet.judgement.risk, people: model?.line.people ?? 0 },
    ...{ alertOpen: sheet.alerts.some(({ state }) => state !== "closed"), eventSince: eventsSince > 0 },
  };
  return {
    month: run ? formatMonth(run.month) : null,
    mayReport: may(person, "report-event", subject).allowed,
    mayCorrect,
    waiting: mayCorrect ? await waitingCorrections(db, code) : [],
    mayRate: may(person, "rate-alert", subject).allowed,
    eventsSince,
    whyNone: groupsShown.why?.length === 0 ? whyNoneOf(none) : null,
    ...groupsShown,
  };
}

export type EnterpriseView = Awaited<ReturnType<typeof enterpriseView>>;

/** All that the database holds, each part within the reach of the right it takes. */
async function stored(tx: Db, asked: Asked<Input>, run: Run | null, profile: Profile) {
  const { code } = asked.input.params;
  const person = personOf(asked);
  const own = reachOf(person, "read-enterprise");
  const sheet = await enterpriseInReach(tx, own, code, run?.id ?? null);
  if (!sheet) return null;
  const filter = { states: STATES, level: null, industries: null, region: null, enterprise: code };
  const alerts = await alertInbox(tx, reachOf(person, "read-alerts"), filter, {
    levels: profile.levels.map((level) => level.code),
    ...{ after: null, size: MANY },
  });
  const from: Month = (run?.month ?? 0) - MONTHS + 1;
  const seen = run && { until: lastDay(run.month), vintage: run.vintage };
  const history = await enterpriseHistory(tx, own, code, from);
  const events = seen ? await eventsKnown(tx, own, code, seen) : [];
  const ofCases = reachOf(person, "read-cases");
  const cases = await casesInReach(tx, ofCases, { open: null, enterprise: code }, { after: null, size: MANY });
  return {
    ...sheet,
    judgement: { ...sheet.judgement, breakMonth: monthTold(sheet.judgement.breakMonth) },
    known: run ? events.map((event) => eventFact(event, run.month)) : [],
    scored: new Set(events.map(nameOf)),
    versions: toldVersions(await headcountVersions(tx, own, code, from)),
    history: history.map((one) => ({ ...one, month: formatMonth(one.month) })),
    plans: (await plans(tx, code)).map((plan) => toldPlan(plan, history.flatMap(reported))),
    events: await enterpriseEvents(tx, own, code),
    alerts: alerts.map((alert) => told(asked, alert)),
    cases: await withNextDue(tx, cases, profile),
  };
}

/** What tells an event of an enterprise from its others. */
const nameOf = ({ kind, occurredOn }: { readonly kind: string; readonly occurredOn: string }) =>
  `${kind} ${occurredOn}`;

const monthTold = (month: Month | null) => (month === null ? null : formatMonth(month));

const reported = ({ month, headcount }: HistoryMonth) => (headcount === null ? [] : [{ month, headcount }]);

const STATES = ["raised", "acknowledged", "in-hand", "closed"] as const;
