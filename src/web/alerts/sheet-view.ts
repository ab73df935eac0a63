import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { acknowledgeBy } from "../../../models/routing/escalation.ts";
import { decisionsAbout } from "../../db/alert-course.ts";
import { feedbackOn } from "../../db/alert-feedback.ts";
import { type Alert, alertNumbered, changesOf } from "../../db/alert-life.ts";
import { caseOfAlert } from "../../db/case.ts";
import type { Db } from "../../db/db.ts";
import { alertInbox, type InboxAlert, placeAlerts } from "../../db/scope/alert-inbox.ts";
import { toldOf } from "../../db/told.ts";
import { type Asked, personOf } from "../asked.ts";
import { notFound } from "../shell/problems.ts";
import { told } from "./inbox-view.ts";
import type { SheetView } from "./sheet-answer.ts";

/** null: the alerts of the whole place. */
type Whose = string | null;

/** More alerts than anybody has. */
const MANY = 500;
const STATES = ["raised", "acknowledged", "in-hand", "closed"] as const;

/** Everything about one alert; as if it were not there when it is another's. */
export const sheetView = (
  asked: Asked<{ params: { number: string } }>,
  profile: Profile,
  code: Whose,
): Promise<SheetView> =>
  asked.read(async (tx, reach) => {
    const { number } = asked.input.params;
    const filter = { states: STATES, level: null, industries: null, region: null, enterprise: code };
    const all = await (code === null
      ? placeAlerts(tx, reach, filter)
      : alertInbox(tx, reach, filter, { levels: [], after: null, size: MANY }));
    const listed = all.find((one) => one.number === number);
    const alert = listed && (await alertNumbered(tx, number));
    if (!alert) throw notFound();
    const { outcome, settled, snoozedUntil, noData } = alert.life;
    return {
      alert: told(asked, listed),
      ...{ outcome, settled, snoozedUntil, noData },
      acknowledgeBy: waitsUntil(alert, profile),
      ...(await course(tx, alert)),
      ...(mayDo(asked, listed, "read-cases") ? { case: await caseOfAlert(tx, alert.id) } : {}),
      mayRate: code !== null && mayDo(asked, listed, "rate-alert"),
    };
  });

const mayDo = (
  asked: Asked<unknown>,
  { kind, departments, region, specialist }: InboxAlert,
  action: "read-cases" | "rate-alert",
) => may(personOf(asked), action, kind === "place" ? PLACE : { kind, departments, region, specialist }).allowed;

/** Only what nobody acknowledged yet waits for that. */
function waitsUntil({ life, level, levelSince }: Alert, { routing }: Profile): string | null {
  if (life.state !== "raised" || level === null) return null;
  const by = acknowledgeBy(routing.escalations, level, Date.parse(levelSince));
  return by === null ? null : new Date(by).toISOString();
}

async function course(tx: Db, { id }: Alert) {
  const decisions = await decisionsAbout(tx, id);
  return {
    changes: await changesOf(tx, id),
    decisions: decisions.map(({ month, ...rest }) => ({ month: formatMonth(month), ...rest })),
    told: await toldOf(tx, id),
    feedback: (await feedbackOn(tx, [id])).map(({ alert: _, ...answer }) => answer),
  };
}
