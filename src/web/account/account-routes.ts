import { z } from "zod";
import { text } from "../../../models/text.ts";
import { endSession } from "../../db/people/session.ts";
import { revokeToken } from "../../db/people/token.ts";
import { personOf, sessionOf } from "../asked.ts";
import { deed } from "../pair.ts";
import { type Route, route, takes } from "../route.ts";
import { notFound } from "../shell/problems.ts";
import { changePassword } from "../sign-in/change-password.ts";
import type { Services } from "../sign-in/services.ts";
import { ACCOUNT_ANSWER, ENDED_OWN } from "./account-answer.ts";
import { ACCOUNT, accountPage } from "./account-page.ts";
import { accountView } from "./account-view.ts";

export const OWN = { right: "own-account", over: "place" } as const;
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const password = z.string().max(1000);

/** What an API for programs leaves to the person, and why nobody finds it there. */
const NOTE = text(
  "密码、第二重验证和恢复码只能由本人在网页上更换。",
  "Password, second factor and recovery codes are changed by the person on the page alone.",
);

export const accountRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: "/account", kind: "page", name: ACCOUNT, rule: OWN, inHead: true },
    input: takes(),
    handle: async (asked) => accountPage(services, asked),
  }),
  route({
    ...{ method: "get", path: "/api/account", kind: "api", name: ACCOUNT, note: NOTE, rule: OWN },
    ...{ input: takes(), answers: ACCOUNT_ANSWER },
    handle: async (asked) => ({ kind: "json", body: await accountView(services, asked) }),
  }),
  route({
    ...{ method: "post", path: "/account/password", kind: "page", rule: OWN, proof: true },
    name: text("更换密码", "Change the password"),
    input: takes({ body: { current: password, password, again: password } }),
    handle: async (asked) => {
      const change = await changePassword(services, asked, asked.input.body);
      if (!change.changed) return { ...(await accountPage(services, asked, { wrong: change.why })), status: 422 };
      return { kind: "redirect", to: "/account", session: change.session };
    },
  }),
  ...deed({
    ...{ path: "/account/sessions/:id/end", name: text("结束会话", "End a session"), rule: OWN },
    ...{ input: takes({ params: { id } }), answers: ENDED_OWN },
    work: async (asked) => {
      const { person, session } = sessionOf(asked);
      const ended = asked.input.params.id;
      if (ended === session.id) throw notFound(); // that is signing out, which also takes the cookie away
      await asked.change({ action: "session-ended", subject: `session:${ended}` }, async (tx) => {
        if (!(await endSession(tx, person.id, ended, asked.now))) throw notFound();
      });
      return { id: ended };
    },
    back: () => "/account",
  }),
  ...deed({
    ...{ path: "/account/tokens/:id/revoke", name: text("作废令牌", "Revoke a token"), rule: OWN },
    ...{ input: takes({ params: { id } }), answers: ENDED_OWN },
    work: async (asked) => {
      const revoked = asked.input.params.id;
      await asked.change({ action: "token-revoked", subject: `token:${revoked}` }, async (tx) => {
        if (!(await revokeToken(tx, personOf(asked).id, revoked, asked.now))) throw notFound();
      });
      return { id: revoked };
    },
    back: () => "/account",
  }),
];
