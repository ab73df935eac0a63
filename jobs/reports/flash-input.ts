import { dayAfter, dayOf } from "../../models/instant.ts";
import { lastDay, type Month, monthOfDate } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { type RegimeChange, regimeIn, rulesOnly } from "../../models/regime.ts";
import type { FlashEnterprise, FlashInput } from "../../reports/flash/input.ts";
import type { AlertInput } from "../../reports/input.ts";
import { vintageWords } from "../../reports/wording/dates.ts";
import { newestDecision } from "../../src/db/alert.ts";
import { openAlertsOf } from "../../src/db/alert-life.ts";
import { isSimulated } from "../../src/db/batch.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";
import { eventsOf, newestEvents } from "../../src/db/enterprise-events.ts";
import { regimeChanges } from "../../src/db/regime.ts";
import { registered } from "../../src/db/register.ts";
import { latestRuns } from "../../src/db/run.ts";
import { staffMonths } from "../../src/db/staff-months.ts";
import { type Vintage, vintageAsOf } from "../../src/db/vintage.ts";
import { departmentsOf } from "../run/reports/placed.ts";
import { noSuchEvent } from "./problems.ts";

/** Months of headcounts before an event, and days of other events around it. */
const MONTHS_BACK = 24;
const DAYS_AROUND = 366;
/** Events named to somebody who asked for one that is not there. */
const NAMED = 5;

/** What a flash report about one event is made from, as known on a day. `id` is "CODE/kind/2025-11-13". */
export async function flashInput(db: Db, profile: Profile, id: string, today: string): Promise<FlashInput> {
  const [code = "", kind = "", on = ""] = id.split("/");
  const enterprise = (await enterpriseIdsOf(db, [code])).get(code);
  const vintage = await vintageAsOf(db, today);
  if (enterprise === undefined || !vintage) throw await unknown(db, id);
  const all = await eventsOf(db, enterprise, vintage);
  const event = all.find((one) => one.kind === kind && one.occurredOn === on);
  if (!event) throw await unknown(db, id);
  const month = monthOfDate(on);
  const described = await enterpriseOf(db, profile, { enterprise, code, month, vintage });
  return {
    ...{ id, profile, month, asOf: today, event, enterprise: described },
    vintage: vintageWords(vintage),
    model: (await latestRuns(db)).at(-1)?.model ?? "",
    simulated: await isSimulated(db, vintage),
    rulesOnly: await rulesOnlyOn(db, today),
    others: all.filter((one) => one !== event && one.occurredOn >= dayAfter(on, -DAYS_AROUND)),
    alert: await openAlert(db, code, described),
  };
}

/** As events reported that day are judged: by its month, and by what was settled until then. */
async function rulesOnlyOn(db: Db, day: string): Promise<RegimeChange | null> {
  const settled = (await regimeChanges(db)).filter(({ at }) => dayOf(Date.parse(at)) <= day);
  return rulesOnly(regimeIn(settled, monthOfDate(day)));
}

async function unknown(db: Db, id: string) {
  const known = await newestEvents(db, NAMED);
  return noSuchEvent(
    id,
    known.map(({ enterprise, kind, occurredOn }) => `${enterprise}/${kind}/${occurredOn}`),
  );
}

interface About {
  readonly enterprise: number;
  readonly code: string;
  readonly month: Month;
  readonly vintage: Vintage;
}

async function enterpriseOf(db: Db, profile: Profile, about: About): Promise<FlashEnterprise> {
  const { enterprise, code, month, vintage } = about;
  const entry = (await registered(db, vintage, [enterprise])).get(enterprise);
  const span = { from: month - MONTHS_BACK + 1, to: month };
  const staff = (await staffMonths(db, [enterprise], span, vintage)).get(enterprise) ?? [];
  const headcounts = new Map(staff.map((one) => [one.month, one.headcount]));
  return {
    ...{ code, name: entry?.name ?? code, industry: entry?.industry ?? null, region: entry?.region ?? null },
    departments: departmentsOf(entry, profile, lastDay(month)),
    ...{ specialist: entry?.specialist ?? null, keyEnterprise: entry?.keyEnterprise ?? false },
    history: Array.from({ length: MONTHS_BACK }, (_, i) => headcounts.get(span.from + i) ?? null),
  };
}

/** The enterprise's alert as it stands now, with what the newest decision said of it. */
async function openAlert(db: Db, code: string, enterprise: FlashEnterprise): Promise<AlertInput | null> {
  const alert = (await openAlertsOf(db, "enterprise", [code])).get(code);
  const decision = alert && (await newestDecision<AlertInput["explanation"]>(db, alert.id));
  if (!alert?.level || !decision) return null;
  const { history, name, industry, region, departments, specialist, keyEnterprise } = enterprise;
  return {
    ...{ code, name, industry, region, departments, specialist, keyEnterprise, history },
    ...{ level: alert.level, levelBefore: alert.level, reason: "unchanged", repeat: false },
    ...{ openedMonth: alert.openedMonth, explanation: decision.explanation, rules: [] },
    ...{ headcount: history.at(-1) ?? null, previous: history.at(-2) ?? null },
    ...{ expected: null, lower: null, risk: null },
  };
}
