import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { type ReportScope, scopeKey } from "../../models/report-scope.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import type { By } from "../../src/db/issued-report.ts";
import { recipients } from "../../src/db/recipient.ts";
import { endSubscription, keepSubscription, type Subscription } from "../../src/db/report-subscription.ts";
import type { NewSubscription } from "../../src/web/report-desk.ts";
import { noSuchRecipient } from "../recipients/no-such-recipient.ts";
import { scopeNotFor } from "./problems.ts";
import { scopeOf } from "./scope.ts";

export interface Subscribed extends Subscription {
  /** Name of the recipient. */
  readonly name: string;
}

/** Has a recipient sent a kind of report whenever one is issued; what cannot be is a Problem. */
export async function subscribe(
  db: Db,
  profile: Profile,
  { recipient, kind, scope, formats }: NewSubscription,
  by: By,
): Promise<Subscribed> {
  const known = knownScope(profile, scope);
  if (kind !== "monthly" && known.dimension !== "place") throw scopeNotFor(kind);
  const found = (await recipients(db)).find(({ id }) => id === recipient);
  if (!found) throw noSuchRecipient(recipient);
  const subscription = { recipient, kind, scope: scopeKey(known), formats };
  const id = await keepSubscription(db, subscription, by);
  if (id === null) throw already(found.name);
  return { id, ...subscription, name: found.name };
}

export async function unsubscribe(db: Db, id: number, at: string): Promise<void> {
  if (!(await endSubscription(db, id, at))) throw noSubscription(id);
}

const knownScope = (profile: Profile, { dimension, code }: ReportScope): ReportScope =>
  scopeOf(profile, dimension === "department" ? code : undefined, dimension === "region" ? code : undefined);

const already = (name: string): Problem =>
  new Problem(
    "usage",
    "subscribed-already",
    text(`${name}已订阅这种报告。`, `${name} is subscribed to it already.`),
    text("要换格式，请先退订，再重新订阅。", "To change formats, end the subscription and subscribe again."),
  );

const noSubscription = (id: number): Problem =>
  new Problem(
    "no-data",
    "subscription-unknown",
    text(`没有序号为 ${id} 的有效订阅。`, `There is no subscription ${id} in force.`),
    text("请核对序号。", "Check the id."),
  );
