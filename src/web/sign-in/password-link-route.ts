import { z } from "zod";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { hashPassword } from "../../auth/password.ts";
import { hashOf } from "../../auth/secret.ts";
import { appendAudit } from "../../db/audit/audit.ts";
import { linkOf, spendLink } from "../../db/people/link.ts";
import { type Person, personById } from "../../db/people/person.ts";
import { setPassword } from "../../db/people/proof.ts";
import { endSessions } from "../../db/people/session.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { complaint, form } from "../pages/form.ts";
import { type Route, route, takes } from "../route.ts";
import { begin } from "./begin.ts";
import { choiceFaults, choiceFields } from "./choose-password.ts";
import { linkDead } from "./link-problem.ts";
import type { Services } from "./services.ts";

const NAME = text("设置密码", "Set the password");
const OPEN = { open: "the secret in the path is the proof, once" };
const PATH = "/password/:secret";
const secret = z.string().max(100);
const password = z.string().max(1000);

/** The link that `wengang person add` and `reset` print. */
export const passwordLinkRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: PATH, kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes({ params: { secret } }),
    handle: async (asked) => {
      const person = await personBehind(services, asked.input.params.secret, asked.now);
      return page(services, asked, person, asked.input.params.secret, []);
    },
  }),
  route({
    ...{ method: "post", path: PATH, kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes({ params: { secret }, body: { password, again: password } }),
    handle: async (asked) => {
      const { params, body } = asked.input;
      const person = await personBehind(services, params.secret, asked.now);
      const faults = choiceFaults(body, person, services.profile);
      if (faults.length > 0) return { ...page(services, asked, person, params.secret, faults), status: 422 };
      const session = await setByLink(services, asked, person, params.secret, await hashPassword(body.password));
      return { kind: "redirect", to: person.totpSecret === null ? "/sign-in/enrol" : "/sign-in/code", session };
    },
  }),
];

async function personBehind({ db }: Services, given: string, now: number): Promise<Person> {
  const link = await linkOf(db, hashOf(given), "password", now);
  const person = link?.person == null ? null : await personById(db, link.person);
  if (person?.disabledAt !== null) throw linkDead();
  return person;
}

/** The second factor is asked for all the same: a link alone never leads in where one is set up. */
function setByLink(
  { db }: Services,
  asked: Asked<unknown>,
  person: Person,
  given: string,
  hash: string,
): Promise<string> {
  const { now } = asked;
  return db.transaction(async (tx) => {
    if (!(await spendLink(tx, hashOf(given), "password", now))) throw linkDead();
    await setPassword(tx, person.id, hash, now);
    await endSessions(tx, person.id, null, now);
    const subject = `person:${person.account}`;
    await appendAudit(tx, { at: now, actor: person.account, action: "password-set-by-link", subject, detail: {} });
    return begin(tx, asked, person, { way: "password", secondFactor: false });
  });
}

function page(
  { profile }: Services,
  asked: Asked<unknown>,
  { account, name }: Person,
  given: string,
  wrong: readonly Text[],
): Answer {
  const { language, say } = asked;
  const main = html`${complaint(language, wrong)}<p>${say(text("账号：", "Account: "))}<strong>${account}</strong> (${name})</p>
${form(asked, { action: `/password/${given}`, button: NAME, fields: choiceFields(asked, profile.passwords) })}`;
  return { kind: "page", title: say(NAME), main };
}
