import { z } from "zod";
import { Problem } from "../../../models/problem.ts";
import { SIGN_IN_LIMITS } from "../../../models/sign-in/limits.ts";
import { text } from "../../../models/text.ts";
import { hashOf } from "../../auth/secret.ts";
import type { SingleSignOn, SsoIdentity } from "../../auth/single-sign-on.ts";
import { personBySso } from "../../db/people/person.ts";
import { keepSsoAttempt, takeSsoAttempt } from "../../db/people/sso-attempt.ts";
import type { Asked } from "../asked.ts";
import { type Route, route, takes } from "../route.ts";
import { begin } from "./begin.ts";
import type { Services } from "./services.ts";

const NAME = text("单点登录", "Single sign-on");
const OPEN = { open: "who signs in is not known yet" };
const BACK = "/sign-in/sso/back";
const answered = z.string().max(4000).optional();

export const ssoRoutes = (services: Services): readonly Route[] =>
  services.sso === null ? [] : [startRoute(services, services.sso), backRoute(services, services.sso)];

/** What comes back must be for this browser: the state is tied to its form cookie. */
const startRoute = ({ db, origin }: Services, sso: SingleSignOn): Route =>
  route({
    ...{ method: "get", path: "/sign-in/sso", kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes(),
    handle: async (asked) => {
      const { address, state, nonce, verifier } = await provider(() => sso.begin(origin + BACK));
      const kept = { stateHash: hashOf(state), formHash: hashOf(asked.secret), nonce, verifier };
      await keepSsoAttempt(db, kept, asked.now + SIGN_IN_LIMITS.singleSignOn.value * 60_000);
      return { kind: "redirect", to: address };
    },
  });

const backRoute = (services: Services, sso: SingleSignOn): Route =>
  route({
    ...{ method: "get", path: BACK, kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes({
      query: {
        code: answered,
        state: answered,
        iss: answered,
        error: answered,
        error_description: answered,
        session_state: answered,
      },
    }),
    handle: async (asked) => {
      const { db, origin } = services;
      const state = asked.input.query.state ?? "";
      const kept = await takeSsoAttempt(db, hashOf(state), hashOf(asked.secret), asked.now);
      if (!kept) throw notBegun();
      const identity = await provider(() => sso.finish(new URL(asked.url, origin), { state, ...kept }));
      const person = await personBySso(db, identity.subject);
      if (person?.disabledAt !== null) throw nobodyKnown();
      const session = await db.transaction((tx) => begin(tx, asked as Asked<unknown>, person, stepsOf(identity)));
      return { kind: "redirect", to: "/", session };
    },
  });

/** Where the provider asked for one factor only, ours is asked for as well. */
const stepsOf = ({ secondFactor }: SsoIdentity) => ({ way: "single-sign-on", secondFactor }) as const;

async function provider<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const problem = new Problem(
      "denied",
      "sso-failed",
      text("单点登录没有成功。", "Single sign-on did not succeed."),
      text(
        "请重试；仍不行时改用账号密码，并告知管理员。",
        "Try again; if it persists, use account and password and tell the administrator.",
      ),
    );
    problem.cause = error;
    throw problem;
  }
}

const notBegun = (): Problem =>
  new Problem(
    "denied",
    "sso-not-begun",
    text(
      "这次单点登录不是从本浏览器发起的，或已超时。",
      "This sign-on was not begun in this browser, or took too long.",
    ),
    text("请回到登录页重新开始。", "Go back to the sign-in page and start again."),
  );

const nobodyKnown = (): Problem =>
  new Problem(
    "denied",
    "sso-unknown",
    text("您的统一身份还没有对应的账号。", "No account belongs to your identity yet."),
    text("请系统管理员为您建立与统一身份对应的账号。", "Ask the administrator for one that belongs to this identity."),
  );
