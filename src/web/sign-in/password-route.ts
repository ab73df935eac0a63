import { z } from "zod";
import { foldAccount } from "../../../models/sign-in/account.ts";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { isPassword } from "../../auth/password.ts";
import { type Person, personByAccount } from "../../db/people/person.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { ownPath } from "../own-path.ts";
import { complaint, field, form } from "../pages/form.ts";
import { type Route, route, takes } from "../route.ts";
import { begin } from "./begin.ts";
import { PROOF_WORDS, prove } from "./prove.ts";
import type { Services } from "./services.ts";

const next = z.string().max(500).optional();
const NAME = text("登录", "Sign in");
const OPEN = { open: "who signs in is not known yet" };

export const passwordRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: "/sign-in", kind: "page", name: NAME, rule: OPEN },
    input: takes({ query: { next } }),
    handle: async (asked) => page(services, asked, asked.input.query.next, []),
  }),
  route({
    ...{ method: "post", path: "/sign-in", kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes({ body: { account: z.string().max(200), password: z.string().max(1000), next } }),
    handle: async (asked) => {
      const { account, password, next: wanted } = asked.input.body;
      const shown = { account, address: asked.address, kind: "password", now: asked.now } as const;
      const proof = await prove(services, shown, () => ownerOf(services, account, password));
      if (!proof.passed) return { ...page(services, asked, wanted, [PROOF_WORDS[proof.reason].password]), status: 401 };
      const how = { way: "password", secondFactor: false } as const;
      const session = await services.db.transaction((tx) => begin(tx, asked, proof.value, how));
      return { kind: "redirect", to: `/sign-in/code?next=${encodeURIComponent(ownPath(wanted, "/"))}`, session };
    },
  }),
];

/** The person whose password it is; for anybody else, known or not, the same work is done. */
async function ownerOf({ db }: Services, account: string, password: string): Promise<Person | null> {
  const person = await personByAccount(db, foldAccount(account));
  const usable = person?.disabledAt === null ? person.passwordHash : null;
  return (await isPassword(usable, password)) ? person : null;
}

function page({ sso }: Services, asked: Asked<unknown>, wanted: string | undefined, wrong: readonly Text[]): Answer {
  const { language, say } = asked;
  const fields = [
    field(asked, { name: "account", label: text("账号", "Account"), autocomplete: "username" }),
    field(asked, {
      name: "password",
      label: text("密码", "Password"),
      type: "password",
      autocomplete: "current-password",
    }),
    wanted === undefined ? null : html`<input type="hidden" name="next" value="${wanted}">\n`,
  ];
  const main = html`${complaint(language, wrong)}${form(asked, { action: "/sign-in", button: NAME, fields })}
${sso ? html`<p><a href="/sign-in/sso">${say(text("使用单点登录", "Use single sign-on"))}</a></p>` : null}
<p class="note">${say(text("没有账号或忘记密码，请联系系统管理员，由其发放一次性链接。", "No account, or the password forgotten? The administrator gives out one-time links."))}</p>`;
  return { kind: "page", title: say(NAME), main };
}
