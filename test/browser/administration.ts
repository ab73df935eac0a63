import { ruleRights } from "../../jobs/people/rule-rights.ts";
import { closeAttempt, openAttempt } from "../../src/db/people/attempt.ts";
import { accountKey } from "../../src/web/sign-in/prove.ts";
import { wushan } from "../county.ts";
import { type Made, person, type Service } from "../src/web/service.ts";

export interface Administration {
  readonly administrator: Made;
  readonly officer: Made;
  readonly auditor: Made;
  readonly waiting: Made;
}

/** The three administrators, somebody who waits, somebody whose rights were taken away, somebody locked out, and a page more. */
export async function fillAdministration(service: Service): Promise<Administration> {
  const { db, clock } = service;
  const administrator = await person(service, "administrator");
  const officer = await person(service, "security-officer");
  const auditor = await person(service, "auditor");
  const belongings = { departments: ["miit"], regions: ["500237001"] };
  const waiting = await person(service, "regulator", { ...belongings, rights: "waiting" });
  const gone = await person(service, "township", belongings);
  const by = { id: officer.id, account: officer.account };
  const order = { account: gone.account, ruling: "withdraw", options: {}, reason: "调离岗位", by } as const;
  await ruleRights(db, order, { profile: wushan, now: clock.now });
  await lock(service, (await person(service, "office")).account);
  for (let i = 0; i < 50; i++) await person(service, "analyst");
  return { administrator, officer, auditor, waiting };
}

/** Five wrong passwords, from as many addresses. */
async function lock({ db, clock: { now } }: Service, account: string): Promise<void> {
  for (let i = 0; i < 5; i++) {
    const shown = { accountHash: accountKey(account), address: `10.1.1.${i}`, kind: "password" } as const;
    await closeAttempt(db, (await openAttempt(db, shown, now, 0)).id, "failed");
  }
}

/** Pages of the three, and the one that is all somebody sees who waits. */
export const administrationPages = ({ administrator, officer, auditor, waiting }: Administration) =>
  [
    [administrator, { people: "/people", channels: "/channels", start: "/" }],
    [officer, { rights: "/rights", right: `/rights/${waiting.account}`, security: "/security" }],
    [auditor, { audit: "/audit?who=p" }],
    [waiting, { waiting: "/sign-in/waiting" }],
  ] as const;
