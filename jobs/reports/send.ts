import type { Profile } from "../../models/profile.ts";
import { type Language, text } from "../../models/text.ts";
import type { CorrectionFacts } from "../../reports/correction/facts.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import type { Db } from "../../src/db/db.ts";
import type { IssuedReport } from "../../src/db/issued-report.ts";
import { recipients } from "../../src/db/recipient.ts";
import { keepReportSending, subscriptions } from "../../src/db/report-subscription.ts";
import { keepSending } from "../../src/db/sending.ts";
import { numberedOf } from "./issued-document.ts";

/** Not a desk's: it does not use up a desk's message of the day. */
const SUBSCRIPTION = "subscription";

/** Puts an issued report into the outbox, once for each who has subscribed to it and can be reached on its day. */
export async function sendReport(
  tx: Db,
  profile: Profile,
  report: IssuedReport,
  facts: AnyFacts | CorrectionFacts,
  at: string,
): Promise<number> {
  const day = report.issuedOn!;
  const all = new Map((await recipients(tx)).map((one) => [one.id, one]));
  const wanted = (await subscriptions(tx)).filter(({ kind, scope }) => kind === facts.kind && scope === scopeOf(facts));
  let messages = 0;
  for (const { recipient: id, formats } of wanted) {
    const recipient = all.get(id)!;
    const { validFrom, validTo, broken } = recipient;
    if (broken !== null || (validFrom !== null && day < validFrom) || (validTo !== null && day > validTo)) continue;
    const key = `WG-R${report.id}-${id}`;
    const message = messageOf(profile, report, facts, recipient.language);
    const sending = { key, recipient: id, desk: SUBSCRIPTION, why: SUBSCRIPTION, day, message, at, notices: [] };
    if (!(await keepSending(tx, sending))) continue;
    await keepReportSending(tx, { report: report.id, formats }, { key, recipient: id });
    messages++;
  }
  return messages;
}

/** Flash reports and corrections are subscribed to as such, whatever they are about. */
const scopeOf = ({ kind, about }: AnyFacts | CorrectionFacts): string =>
  kind === "flash" || kind === "correction" ? "" : about;

function messageOf(
  profile: Profile,
  report: IssuedReport,
  { title, letter, simulated }: AnyFacts | CorrectionFacts,
  language: Language,
) {
  const { number } = numberedOf(profile, report)!;
  const mark = simulated ? text("【模拟数据】", "[simulated data] ") : text("", "");
  const said = text(
    `${letter.from.zh}印发《${title.zh}》（${number.zh}），请查收。`,
    `${letter.from.en} issued "${title.en}" (${number.en}).`,
  );
  return { title: `${mark[language]}${title[language]}`, lines: [said[language]], urgent: false };
}
