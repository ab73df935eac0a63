import { ACTIONS } from "../../models/alert/actions.ts";
import { type Change, changeLife, type Refusal } from "../../models/alert/life.ts";
import { dayOf } from "../../models/instant.ts";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { type Text, text } from "../../models/text.ts";
import { type Alert, alertNumbered, holdAlerts, keepChanges } from "../../src/db/alert-life.ts";
import { caseOfAlert, holdOpenCase } from "../../src/db/case.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";
import { registered } from "../../src/db/register.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { openCase, stepHeld } from "../cases/step-case.ts";

export interface Acting {
  readonly profile: Profile;
  readonly clock: () => number;
}

/** What a person does about an alert. Taking it in hand opens the enterprise's case, or joins the one that is open. */
export function actOnAlert(db: Db, number: string, change: Change, { profile, clock }: Acting): Promise<Alert> {
  return db.transaction(async (tx) => {
    const now = clock();
    const known = await alertNumbered(tx, number);
    if (!known) throw noSuchAlert(number);
    const alert = (await holdAlerts(tx, [known.id])).get(known.id)!;
    if (change.action === "close") await refuseWhileInCase(tx, alert);
    const changed = changeLife(alert.life, change, dayOf(now));
    if (changed.kind === "refused") throw refused(number, change, changed.refusal);
    await keepChanges(tx, [{ alert: alert.id, change, life: changed.life, at: new Date(now).toISOString() }]);
    if (change.action === "take" && alert.subjectKind === "enterprise")
      await intoCase(tx, alert, change.actor, profile, now);
    return { ...alert, life: changed.life };
  });
}

async function intoCase(tx: Db, alert: Alert, actor: string, profile: Profile, now: number): Promise<void> {
  const open = await holdOpenCase(tx, alert.subject);
  if (open) {
    await stepHeld(tx, open, { kind: "link", actor, alert: alert.number }, now);
    return;
  }
  const criticality = profile.casework.criticality[alert.level ?? ""] ?? "low";
  const person = (await specialistOf(tx, alert.subject, dayOf(now))) ?? actor;
  await openCase(tx, alert.subject, { kind: "open", actor, person, criticality, alert: alert.number }, now);
}

/** The specialist the register names for an enterprise, as known today. */
async function specialistOf(tx: Db, enterprise: string, today: string): Promise<string | null> {
  const id = (await enterpriseIdsOf(tx, [enterprise])).get(enterprise);
  const vintage = await vintageAsOf(tx, today);
  if (id === undefined || !vintage) return null;
  return (await registered(tx, vintage, [id])).get(id)?.specialist ?? null;
}

/** An alert whose case is open is closed with the case: two ends of one thing would contradict each other. */
async function refuseWhileInCase(tx: Db, { id, number, subject }: Alert): Promise<void> {
  const open = await holdOpenCase(tx, subject);
  if (!open || (await caseOfAlert(tx, id)) !== open.number) return;
  throw new Problem(
    "usage",
    "alert-in-case",
    text(`${number} 正在案件 ${open.number} 中处置。`, `${number} is being handled in case ${open.number}.`),
    text("请在案件页面结案，预警随之办结。", "Close it on the page of the case: its alerts end with it."),
    text(`请结案：wengang case close ${open.number}。`, `Close the case: wengang case close ${open.number}.`),
  );
}

export const noSuchAlert = (number: string): Problem =>
  new Problem(
    "no-data",
    "alert-unknown",
    text(`没有编号为“${number}”的预警。`, `There is no alert "${number}".`),
    text("请在“预警”页查看预警编号。", "The page of alerts shows the numbers."),
    text("请用 wengang alert list 查看预警编号。", "wengang alert list shows the numbers."),
  );

function refused(number: string, { action }: Change, refusal: Refusal): Problem {
  const why = WHY[refusal];
  const name = ACTIONS[action].name;
  return new Problem(
    "usage",
    `alert-${refusal}`,
    text(`${number} 不能“${name.zh}”：${why.zh}。`, `${number} can't be "${name.en}": ${why.en}.`),
    text("请刷新页面，按预警的最新状态办理。", "Reload the page and go by the alert's present state."),
    text(`请查看 wengang alert show ${number}。`, `See wengang alert show ${number}.`),
  );
}

const WHY: Readonly<Record<Refusal, Text>> = {
  "not-open": text("预警已办结", "it is closed"),
  already: text("当前状态不需要或不允许这样做", "its present state does not allow or need that"),
  "closed-by-system": text(
    "预警由系统自动解除，再次异常时会重新预警",
    "the service closed it; it is raised again by itself when there is cause",
  ),
  "needs-reason": text("缺少原因", "a reason is missing"),
  "needs-outcome": text("缺少处置结果", "the outcome is missing"),
  "needs-until": text("缺少截止日期", "the end date is missing"),
  "needs-owner": text("缺少负责人", "the person is missing"),
  "outcome-unknown": text("没有这种处置结果", "there is no such outcome"),
  "until-past": text("截止日期须晚于今天", "the end date must be after today"),
};
