import { z } from "zod";
import { SIGN_IN_LIMITS } from "../../../models/sign-in/limits.ts";
import { type Text, text } from "../../../models/text.ts";
import { foldRecoveryCode, newRecoveryCodes } from "../../auth/recovery-code.ts";
import { hashOf } from "../../auth/secret.ts";
import { setRecoveryCodes } from "../../db/people/proof.ts";
import type { Answer } from "../answer.ts";
import { type Asked, type Note, sessionOf } from "../asked.ts";
import { field } from "../pages/form.ts";
import { type Route, route, takes } from "../route.ts";
import { issuerOf, pendingSecret, takeFactor } from "../sign-in/enrol-route.ts";
import { factorPage, recoveryPage } from "../sign-in/factor-page.ts";
import { PROOF_WORDS, type Proof, prove } from "../sign-in/prove.ts";
import { spendCode } from "../sign-in/second-factor.ts";
import type { Services } from "../sign-in/services.ts";
import { accountPage } from "./account-page.ts";
import { OWN } from "./account-routes.ts";

const CHANGE = text("更换验证器", "Change the authenticator");
const CODES = text("恢复码", "Recovery codes");
const PATH = "/account/factor";
const code = z.string().max(100);

/** Both ask for a code of the factor in use: a session left open is not enough to take it over for good. */
export const factorRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: PATH, kind: "page", name: CHANGE, rule: OWN },
    input: takes(),
    handle: async (asked) => changePage(services, asked, await pendingSecret(services, asked), []),
  }),
  route({
    ...{ method: "post", path: PATH, kind: "page", name: CHANGE, rule: OWN, proof: true },
    input: takes({ body: { old: code, code } }),
    handle: async (asked) => {
      const secret = await pendingSecret(services, asked);
      const proof = await proveCode(services, asked, asked.input.body.old);
      const taken = proof.passed ? await takeFactor(services, asked, secret, asked.input.body.code) : null;
      const reason = proof.passed ? "wrong" : proof.reason;
      if (!taken) return { ...changePage(services, asked, secret, [PROOF_WORDS[reason].code]), status: 401 };
      return { kind: "page", title: asked.say(CODES), main: recoveryPage(asked, taken.codes), session: taken.session };
    },
  }),
  route({
    ...{ method: "post", path: "/account/recovery-codes", kind: "page", name: CODES, rule: OWN, proof: true },
    input: takes({ body: { code } }),
    handle: async (asked) => {
      const { person } = sessionOf(asked);
      const proof = await proveCode(services, asked, asked.input.body.code);
      if (!proof.passed)
        return { ...(await accountPage(services, asked, { wrong: [PROOF_WORDS[proof.reason].code] })), status: 401 };
      const codes = newRecoveryCodes(SIGN_IN_LIMITS.recoveryCodes.value);
      const hashes = codes.map((one) => hashOf(foldRecoveryCode(one)));
      const note: Note = { action: "recovery-codes-made", subject: `person:${person.account}` };
      await asked.change(note, (tx) => setRecoveryCodes(tx, person.id, hashes));
      return { kind: "page", title: asked.say(CODES), main: recoveryPage(asked, codes) };
    },
  }),
];

function proveCode(services: Services, asked: Asked<unknown>, typed: string): Promise<Proof<true>> {
  const { person } = sessionOf(asked);
  const shown = { account: person.account, address: asked.address, kind: "code", now: asked.now } as const;
  return prove(services, shown, async () => (await spendCode(services, person, typed, asked.now)) || null);
}

function changePage({ profile }: Services, asked: Asked<unknown>, secret: Uint8Array, wrong: readonly Text[]): Answer {
  const { account } = sessionOf(asked).person;
  const before = field(asked, {
    name: "old",
    label: text("原验证器的验证码或恢复码", "A code of the old authenticator, or a recovery code"),
    autocomplete: "off",
  });
  const main = factorPage(asked, { account, issuer: issuerOf(profile), secret, action: PATH, before, wrong });
  return { kind: "page", title: asked.say(CHANGE), main };
}
