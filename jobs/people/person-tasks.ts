import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import { hashOf } from "../../src/auth/secret.ts";
import { appendAudit } from "../../src/db/audit/audit.ts";
import type { Db } from "../../src/db/db.ts";
import { forgiveAttempts } from "../../src/db/people/attempt.ts";
import { addPerson, disablePerson, enablePerson, setSsoSubject, ssoSubjectOf } from "../../src/db/people/person.ts";
import { clearProofs } from "../../src/db/people/proof.ts";
import { holdRights, keepRights, wasEverGranted } from "../../src/db/people/rights.ts";
import { endSessions } from "../../src/db/people/session.ts";
import { revokeTokens } from "../../src/db/people/token.ts";
import type { Options } from "../commands/command.ts";
import type { Answer } from "../console.ts";
import { knownPerson } from "./known-person.ts";
import { identityAnswer, linkAnswer, type PersonDone, passwordLink } from "./password-link.ts";
import { personList } from "./person-list.ts";
import { identityOrder, personOrder } from "./person-order.ts";
import { ruleRights } from "./rule-rights.ts";

export interface PersonTask {
  readonly db: Db;
  readonly profile: Profile;
  readonly account: string;
  readonly options: Options;
  /** Address that links begin with. */
  readonly origin: string;
  readonly actor: string;
  /** Asked for by whoever holds the machine, who needs nobody's leave: roles count at once. */
  readonly byHolder: boolean;
  readonly now: number;
}

/** What `wengang person` can be told to do. */
export const PERSON_TASKS = { add, disable, reset, grant, identity, list: personList } as const satisfies Readonly<
  Record<string, (task: PersonTask) => Promise<Answer>>
>;

/** What the roles of a new account may do has to be granted by somebody else, a security officer, as soon as there was one. */
async function add({ db, profile, account, options, origin, actor, byHolder, now }: PersonTask): Promise<PersonDone> {
  const person = personOrder(account, options, profile);
  return db.transaction(async (tx) => {
    await holdRights(tx);
    const first = !byHolder && person.roles.includes(OFFICER) && !(await wasEverGranted(tx, OFFICER));
    const rights = byHolder || first ? "granted" : "waiting";
    const id = await addPerson(tx, person, { by: actor, rights, now });
    if (id === null) throw taken(person.account);
    const { account: _account, ...given } = person;
    const detail = { ...given, rights, ...(first ? { firstSecurityOfficer: true } : {}) };
    await appendAudit(tx, { at: now, actor, action: "person-added", subject: `person:${person.account}`, detail });
    return linkAnswer(person.account, rights, await passwordLink(tx, id, origin, now));
  });
}

const OFFICER = "security-officer";

/** Cuts at once: sessions and tokens end with the account. */
async function disable({ db, account, actor, now }: PersonTask): Promise<PersonDone> {
  const person = await knownPerson(db, account);
  await db.transaction(async (tx) => {
    await disablePerson(tx, person.id, now);
    await endSessions(tx, person.id, null, now);
    await revokeTokens(tx, person.id, now);
    await appendAudit(tx, {
      at: now,
      actor,
      action: "person-disabled",
      subject: `person:${person.account}`,
      detail: {},
    });
  });
  return {
    lines: [
      text(
        `已停用 ${person.account}：会话和接口令牌即时失效，记录保留。`,
        `${person.account} is disabled: sessions and tokens ended at once, records stay.`,
      ),
    ],
    json: { account: person.account, rights: person.rights, disabled: true, link: null },
  };
}

/**
 * A new way in for who lost the old one, and for who comes back: password, second factor, sessions and tokens go. Whoever gives out
 * the link could use it, so the roles wait for the security officer again.
 */
async function reset({ db, account, origin, actor, byHolder, now }: PersonTask): Promise<PersonDone> {
  return db.transaction(async (tx) => {
    await holdRights(tx);
    const person = await knownPerson(tx, account);
    const rights = byHolder ? person.rights : "waiting";
    await clearProofs(tx, person.id);
    await enablePerson(tx, person.id);
    await endSessions(tx, person.id, null, now);
    await revokeTokens(tx, person.id, now);
    await forgiveAttempts(tx, hashOf(person.account));
    if (rights !== person.rights) await keepRights(tx, person.id, { state: rights, by: actor, reason: "" }, now);
    const detail = { wasDisabled: person.disabledAt !== null, rights };
    await appendAudit(tx, { at: now, actor, action: "person-reset", subject: `person:${person.account}`, detail });
    return linkAnswer(person.account, rights, await passwordLink(tx, person.id, origin, now));
  });
}

/**
 * Ties an account to another identity at the provider of single sign-on, or to none. Whoever holds that identity comes in by it, so
 * the roles wait for the security officer as after a new link, and who is in by the old one is out.
 */
async function identity({ db, account, options, actor, byHolder, now }: PersonTask): Promise<PersonDone> {
  const ssoSubject = identityOrder(options);
  return db.transaction(async (tx) => {
    await holdRights(tx);
    const person = await knownPerson(tx, account);
    const before = { ssoSubject: await ssoSubjectOf(tx, person.id) };
    if (!(await setSsoSubject(tx, person.id, ssoSubject))) throw taken(person.account);
    const letsIn = ssoSubject !== null && ssoSubject !== before.ssoSubject;
    const rights = letsIn && !byHolder ? "waiting" : person.rights;
    if (rights !== person.rights) await keepRights(tx, person.id, { state: rights, by: actor, reason: "" }, now);
    await endSessions(tx, person.id, null, now);
    const detail = { ssoSubject, before, rights };
    const subject = `person:${person.account}`;
    await appendAudit(tx, { at: now, actor, action: "person-identity", subject, detail });
    return identityAnswer(person, ssoSubject, rights);
  });
}

/** What a security officer does on the page of rights, by whoever holds the machine: the way on when there is none any more. */
async function grant({ db, profile, account, options, actor, now }: PersonTask): Promise<Answer> {
  const order = { account, ruling: "grant", options, reason: "", by: { id: null, account: actor } } as const;
  const done = await ruleRights(db, order, { profile, now });
  const words = text(
    `已授权 ${done.account}：其角色即时生效。`,
    `${done.account} is granted: the roles are in effect at once.`,
  );
  return { lines: [words], json: done };
}

const taken = (account: string): Problem =>
  new Problem(
    "usage",
    "account-taken",
    text(
      `账号“${account}”或其统一身份已被使用。`,
      `The account "${account}", or its identity at the provider, is taken.`,
    ),
    text("请换一个账号，或在“账号”页重新发放链接。", "Choose another, or give out a new link on the page of people."),
    text(
      "请换一个账号，或用 wengang person reset 重新发放链接。",
      "Choose another, or give out a new link with wengang person reset.",
    ),
  );
