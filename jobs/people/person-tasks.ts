import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { ROLES } from "../../models/rights/roles.ts";
import { foldAccount } from "../../models/sign-in/account.ts";
import { SIGN_IN_LIMITS } from "../../models/sign-in/limits.ts";
import { type Text, text } from "../../models/text.ts";
import { hashOf, newSecret } from "../../src/auth/secret.ts";
import { appendAudit } from "../../src/db/audit/audit.ts";
import type { Db } from "../../src/db/db.ts";
import { forgiveAttempts } from "../../src/db/people/attempt.ts";
import { makeLink } from "../../src/db/people/link.ts";
import {
  addPerson,
  disablePerson,
  enablePerson,
  type Person,
  people,
  personByAccount,
} from "../../src/db/people/person.ts";
import { clearProofs } from "../../src/db/people/proof.ts";
import { endSessions } from "../../src/db/people/session.ts";
import { revokeTokens } from "../../src/db/people/token.ts";
import type { Options } from "../commands/command.ts";
import type { Answer } from "../console.ts";
import { personOrder } from "./person-order.ts";

export interface PersonTask {
  readonly db: Db;
  readonly profile: Profile;
  readonly account: string;
  readonly options: Options;
  /** Address that links begin with. */
  readonly origin: string;
  readonly actor: string;
  readonly now: number;
}

/** What `wengang person` can be told to do. */
export const PERSON_TASKS: Readonly<Record<string, (task: PersonTask) => Promise<Answer>>> = {
  add,
  disable,
  reset,
  list,
};

async function add({ db, profile, account, options, origin, actor, now }: PersonTask): Promise<Answer> {
  const person = personOrder(account, options, profile);
  const link = await db.transaction(async (tx) => {
    const id = await addPerson(tx, person, actor, now);
    if (id === null) throw taken(person.account);
    const { account: _account, ...detail } = person;
    await appendAudit(tx, { at: now, actor, action: "person-added", subject: `person:${person.account}`, detail });
    return passwordLink(tx, id, origin, now);
  });
  return linkAnswer(person.account, link);
}

/** Cuts at once: sessions and tokens end with the account. */
async function disable({ db, account, actor, now }: PersonTask): Promise<Answer> {
  const person = await known(db, account);
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
    json: { account: person.account, disabled: true },
  };
}

/** A new way in for who lost the old one, and for who comes back: password, second factor, sessions and tokens go. */
async function reset({ db, account, origin, actor, now }: PersonTask): Promise<Answer> {
  const person = await known(db, account);
  const link = await db.transaction(async (tx) => {
    await clearProofs(tx, person.id);
    await enablePerson(tx, person.id);
    await endSessions(tx, person.id, null, now);
    await revokeTokens(tx, person.id, now);
    await forgiveAttempts(tx, hashOf(person.account));
    const detail = { wasDisabled: person.disabledAt !== null };
    await appendAudit(tx, { at: now, actor, action: "person-reset", subject: `person:${person.account}`, detail });
    return passwordLink(tx, person.id, origin, now);
  });
  return linkAnswer(person.account, link);
}

async function list({ db }: PersonTask): Promise<Answer> {
  const all = await people(db);
  const told = all.map(({ account, name, roles, departments, regions, specialist, disabledAt, totpSecret }) => ({
    ...{ account, name, roles, departments, regions, specialist },
    ...{ disabled: disabledAt !== null, secondFactor: totpSecret !== null },
  }));
  return {
    lines: told.length > 0 ? told.map(personLine) : [text("还没有账号。", "There is no account yet.")],
    json: { people: told },
  };
}

function personLine(person: Listed): Text {
  const { account, name, roles, departments, regions, specialist, disabled } = person;
  const where = [...departments, ...regions, ...(specialist === null ? [] : [specialist])].join(" ");
  const held = (language: "zh" | "en") =>
    roles.map((role) => ROLES[role].name[language]).join(language === "zh" ? "、" : ", ");
  return text(
    `${account}  ${name}  ${held("zh")}  ${where}${disabled ? "  【已停用】" : ""}`,
    `${account}  ${name}  ${held("en")}  ${where}${disabled ? "  [disabled]" : ""}`,
  );
}

interface Listed extends Pick<Person, "account" | "name" | "roles" | "departments" | "regions" | "specialist"> {
  readonly disabled: boolean;
}

async function passwordLink(tx: Db, person: number, origin: string, now: number): Promise<string> {
  const secret = newSecret();
  const expiresAt = now + SIGN_IN_LIMITS.passwordLink.value * 3_600_000;
  await makeLink(tx, { secretHash: hashOf(secret), purpose: "password", person, expiresAt }, now);
  return `${origin}/password/${secret}`;
}

function linkAnswer(account: string, link: string): Answer {
  const hours = SIGN_IN_LIMITS.passwordLink.value;
  return {
    lines: [
      text(
        `账号 ${account}：请把下面的一次性链接交给本人，${hours} 小时内有效。`,
        `${account}: hand this one-time link to the person; it works for ${hours} hours.`,
      ),
      text(`  ${link}`, `  ${link}`),
    ],
    json: { account, link },
  };
}

async function known(db: Db, account: string): Promise<Person> {
  const person = await personByAccount(db, foldAccount(account));
  if (person) return person;
  throw new Problem(
    "no-data",
    "person-unknown",
    text(`没有账号“${account}”。`, `There is no account "${account}".`),
    text("请在“账号”页查看已有账号。", "The page of people lists the accounts."),
    text("用 wengang person list 查看已有账号。", "See wengang person list."),
  );
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
