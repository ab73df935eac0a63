import { z } from "zod";
import { text } from "../../../models/text.ts";
import { hashOf } from "../../auth/secret.ts";
import { forgiveAttempts } from "../../db/people/attempt.ts";
import { personByAccount } from "../../db/people/person.ts";
import { endSession } from "../../db/people/session.ts";
import { sessionOwner } from "../../db/people/session-list.ts";
import { type Note, sessionOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { deed, pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { notFound } from "../shell/problems.ts";
import { ENDED, SECURITY_ANSWER, UNLOCKED } from "./security-answer.ts";
import { SECURITY, securityPage } from "./security-page.ts";
import { SECURITY_INPUT, securityView } from "./security-view.ts";

const RULE = { right: "manage-security", over: "place" } as const;
const PATH = "/security";
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** The security officer's look at sign-ins: the rules, who is locked out by them, who is in. */
export const securityRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: PATH, name: SECURITY, rule: RULE, inHead: true, input: SECURITY_INPUT, answers: SECURITY_ANSWER },
    view: (asked) => securityView(options, asked),
    page: securityPage,
  }),
  ...deed({
    ...{ path: `${PATH}/unlock`, name: text("解锁账号", "Unlock an account"), rule: RULE },
    ...{ input: takes({ body: { account: z.string().max(64) } }), answers: UNLOCKED },
    work: async (asked) => {
      const person = await personByAccount(options.db, asked.input.body.account);
      if (!person) throw notFound();
      const { account } = person;
      await asked.change({ action: "account-unlocked", subject: `person:${account}` }, (tx) =>
        forgiveAttempts(tx, hashOf(account)),
      );
      return { account };
    },
    back: () => PATH,
  }),
  ...deed({
    ...{ path: `${PATH}/sessions/:id/end`, name: text("结束他人会话", "End somebody's session"), rule: RULE },
    ...{ input: takes({ params: { id } }), answers: ENDED },
    work: async (asked) => {
      const ended = asked.input.params.id;
      const owner = await sessionOwner(options.db, ended);
      if (!owner || ended === sessionOf(asked).session.id) throw notFound(); // one's own is ended by signing out
      const note: Note = { action: "session-ended", subject: `person:${owner.account}`, detail: { session: ended } };
      await asked.change(note, async (tx) => {
        if (!(await endSession(tx, owner.person, ended, asked.now))) throw notFound();
      });
      return { id: ended, account: owner.account };
    },
    back: () => PATH,
  }),
];
