import { z } from "zod";
import { Problem } from "../../../models/problem.ts";
import { SIGN_IN_LIMITS } from "../../../models/sign-in/limits.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { hashOf, lastFour, newSecret } from "../../auth/secret.ts";
import { keepToken } from "../../db/people/token.ts";
import { type Asked, personOf } from "../asked.ts";
import { momentWords } from "../pages/moment.ts";
import { type Route, route, takes } from "../route.ts";
import type { Services } from "../sign-in/services.ts";
import { TOKEN_MADE } from "./account-answer.ts";
import { accountPage } from "./account-page.ts";
import { OWN } from "./account-routes.ts";

const DAY = 86_400_000;
const NAME = text("新建令牌", "Make a token");
const MOST = SIGN_IN_LIMITS.tokenDays.value;

const INPUT = takes({
  body: {
    ...{ name: z.string().trim().max(100), scope: z.enum(["read", "change"]) },
    days: z.union([z.string().max(10), z.int().transform(String)]),
  },
});
type Input = z.infer<typeof INPUT>;

/** A token is shown once, in the answer to its making; afterwards its last four signs are known. */
export const tokenRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "post", path: "/account/tokens", kind: "page", name: NAME, rule: OWN, input: INPUT },
    handle: async (asked) => {
      const made = await makeToken(asked);
      if (made === null) return { ...(await accountPage(services, asked, { wrong: [WRONG] })), status: 422 };
      const words = text("请立即复制：令牌只显示这一次。", "Copy it now: the token is shown this one time only.");
      const main = html`<p>${asked.say(words)}</p>
<p class="secret"><strong>${made.token}</strong></p>
<p>${asked.say(text("有效至", "Works until"))} ${momentWords(made.endsAt)}. Authorization: Bearer …</p>
<p><a href="/account">${asked.say(text("返回本人账号", "Back to your account"))}</a></p>`;
      return { kind: "page", title: asked.say(NAME), main };
    },
  }),
  route({
    ...{ method: "post", path: "/api/account/tokens", kind: "api", name: NAME, rule: OWN },
    ...{ input: INPUT, answers: TOKEN_MADE },
    handle: async (asked) => {
      const made = await makeToken(asked);
      if (made === null)
        throw new Problem("input", "token-wrong", WRONG, text("请改正后重试。", "Correct it and try again."));
      return { kind: "json", body: { ...made, endsAt: new Date(made.endsAt).toISOString() } };
    },
  }),
];

/** Null when it has no name, or would work for no or too many days. */
async function makeToken(asked: Asked<Input>) {
  const { name, scope, days } = asked.input.body;
  const valid = /^\d{1,3}$/.test(days) ? Number(days) : 0;
  if (name === "" || valid < 1 || valid > MOST) return null;
  const token = `wg_${newSecret()}`;
  const endsAt = asked.now + valid * DAY;
  const kept = { person: personOf(asked).id, name, scope, tokenHash: hashOf(token), lastFour: lastFour(token), endsAt };
  const detail = { name, scope, days: valid };
  const note = { action: "token-made", subject: `token:…${kept.lastFour}`, detail } as const;
  const id = await asked.change(note, (tx) => keepToken(tx, kept, asked.now));
  return { id, token, lastFour: kept.lastFour, endsAt };
}

const WRONG = text(
  `请填写用途，有效天数为 1 至 ${MOST} 的整数。`,
  `Say what it is for, and for how many days, 1 to ${MOST}, it shall work.`,
);
