import { z } from "zod";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import type { Answer } from "../answer.ts";
import { type Asked, sessionOf } from "../asked.ts";
import { ownPath } from "../own-path.ts";
import { complaint, field, form } from "../pages/form.ts";
import { type Route, route, takes } from "../route.ts";
import { begin } from "./begin.ts";
import { PROOF_WORDS, prove } from "./prove.ts";
import { spendCode } from "./second-factor.ts";
import type { Services } from "./services.ts";

const next = z.string().max(500).optional();
const NAME = text("第二重验证", "Second factor");
const RULE = { stage: ["second-factor"] } as const;

export const codeRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: "/sign-in/code", kind: "page", name: NAME, rule: RULE },
    input: takes({ query: { next } }),
    handle: async (asked) => page(asked, asked.input.query.next, []),
  }),
  route({
    ...{ method: "post", path: "/sign-in/code", kind: "page", name: NAME, rule: RULE, proof: true },
    input: takes({ body: { code: z.string().max(100), next } }),
    handle: async (asked) => {
      const { person, session } = sessionOf(asked);
      const { code, next: wanted } = asked.input.body;
      const shown = { account: person.account, address: asked.address, kind: "code", now: asked.now } as const;
      const proof = await prove(
        services,
        shown,
        async () => (await spendCode(services, person, code, asked.now)) || null,
      );
      if (!proof.passed) return { ...page(asked, wanted, [PROOF_WORDS[proof.reason].code]), status: 401 };
      const how = { way: session.way, secondFactor: true };
      const token = await services.db.transaction((tx) => begin(tx, asked, person, how));
      return { kind: "redirect", to: ownPath(wanted, "/"), session: token };
    },
  }),
];

export const CODE_FIELD = {
  name: "code",
  label: text("六位验证码", "Six-digit code"),
  autocomplete: "one-time-code",
  inputmode: "numeric",
} as const;

function page(asked: Asked<unknown>, wanted: string | undefined, wrong: readonly Text[]): Answer {
  const hint = text(
    "打开手机上的验证器应用查看；手机不在身边时，填一个恢复码。",
    "Look into the authenticator app on your phone; without the phone, type one of your recovery codes.",
  );
  const { inputmode: _digitsOnly, ...typed } = CODE_FIELD; // a recovery code has letters
  const fields = [
    field(asked, { ...typed, hint }),
    wanted === undefined ? null : html`<input type="hidden" name="next" value="${wanted}">\n`,
  ];
  const button = text("继续", "Continue");
  const main = html`${complaint(asked.language, wrong)}${form(asked, { action: "/sign-in/code", button, fields })}`;
  return { kind: "page", title: asked.say(NAME), main };
}
