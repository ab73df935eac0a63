import { z } from "zod";
import { foldAccount, isAccount } from "../../../models/sign-in/account.ts";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { hashPassword } from "../../auth/password.ts";
import { hashOf } from "../../auth/secret.ts";
import { appendAudit } from "../../db/audit/audit.ts";
import { linkOf, spendLink } from "../../db/people/link.ts";
import { addPerson, isAnybodyThere } from "../../db/people/person.ts";
import { setPassword } from "../../db/people/proof.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { complaint, field, form } from "../pages/form.ts";
import { type Route, route, takes } from "../route.ts";
import { begin } from "./begin.ts";
import { choiceFaults, choiceFields } from "./choose-password.ts";
import { linkDead } from "./link-problem.ts";
import type { Services } from "./services.ts";

const NAME = text("初始化：建立系统管理员", "Set-up: the first administrator");
const OPEN = { open: "the secret in the path is the proof, once, while nobody has an account" };
const PATH = "/set-up/:secret";
const secret = z.string().max(100);
const typed = z.string().max(200);
const password = z.string().max(1000);

export const setUpRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: PATH, kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes({ params: { secret } }),
    handle: async (asked) => {
      await checkLink(services, asked.input.params.secret, asked.now);
      return page(services, asked, asked.input.params.secret, []);
    },
  }),
  route({
    ...{ method: "post", path: PATH, kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes({ params: { secret }, body: { account: typed, name: typed, password, again: password } }),
    handle: async (asked) => {
      const { params, body } = asked.input;
      await checkLink(services, params.secret, asked.now);
      const person = { account: foldAccount(body.account), name: body.name.normalize("NFKC").trim() };
      const faults = [...nameFaults(person), ...choiceFaults(body, person, services.profile)];
      if (faults.length > 0) return { ...page(services, asked, params.secret, faults), status: 422 };
      const session = await setUp(services, asked, params.secret, person, await hashPassword(body.password));
      return { kind: "redirect", to: "/sign-in/enrol", session };
    },
  }),
];

/** A link that outlived the first account, made by the command line say, leads nowhere. */
async function checkLink({ db }: Services, given: string, now: number): Promise<void> {
  if ((await isAnybodyThere(db)) || !(await linkOf(db, hashOf(given), "set-up", now))) throw linkDead();
}

function setUp(
  { db }: Services,
  asked: Asked<unknown>,
  given: string,
  person: { readonly account: string; readonly name: string },
  hash: string,
): Promise<string> {
  const { now } = asked;
  return db.transaction(async (tx) => {
    if (!(await spendLink(tx, hashOf(given), "set-up", now))) throw linkDead();
    const belongings = { departments: [], regions: [], specialist: null, ssoSubject: null };
    const made = { by: "set-up link", rights: "granted", now } as const; // there is nobody yet who could
    const id = await addPerson(tx, { ...person, roles: ["administrator"], ...belongings }, made);
    if (id === null) throw linkDead();
    await setPassword(tx, id, hash, now);
    const detail = { roles: ["administrator"], rights: "granted" };
    await appendAudit(tx, {
      at: now,
      actor: "set-up link",
      action: "person-added",
      subject: `person:${person.account}`,
      detail,
    });
    return begin(tx, asked, { id, account: person.account }, { way: "password", secondFactor: false });
  });
}

function nameFaults({ account, name }: { readonly account: string; readonly name: string }): readonly Text[] {
  const faults: readonly (readonly [boolean, Text])[] = [
    [!isAccount(account), ACCOUNT_WORDS],
    [name === "", text("请填写姓名。", "A name is needed.")],
  ];
  return faults.filter(([wrong]) => wrong).map(([, words]) => words);
}

export const ACCOUNT_WORDS = text(
  "账号用2至64个小写字母、数字、点、连字符或下划线，以字母或数字开头。",
  "An account has 2 to 64 small letters, digits, dots, hyphens or underscores, beginning with a letter or digit.",
);

function page({ profile }: Services, asked: Asked<unknown>, given: string, wrong: readonly Text[]): Answer {
  const { language, say } = asked;
  const fields = [
    field(asked, { name: "account", label: text("账号", "Account"), autocomplete: "username", hint: ACCOUNT_WORDS }),
    field(asked, { name: "name", label: text("姓名", "Name"), autocomplete: "name" }),
    ...choiceFields(asked, profile.passwords),
  ];
  const button = text("建立账号", "Make the account");
  const main = html`${complaint(language, wrong)}<p>${say(
    text(
      "系统还没有任何账号。请建立系统管理员账号：他管理账号和渠道，看不到企业数据；审计管理员、安全管理员另立账号。",
      "There is no account yet. Make the system administrator's: it keeps accounts and channels and sees no enterprise; auditor and security officer get accounts of their own.",
    ),
  )}</p>
${form(asked, { action: `/set-up/${given}`, button, fields })}`;
  return { kind: "page", title: say(NAME), main };
}
