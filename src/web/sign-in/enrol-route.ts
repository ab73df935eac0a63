import { z } from "zod";
import { SIGN_IN_LIMITS } from "../../../models/sign-in/limits.ts";
import { type Text, text } from "../../../models/text.ts";
import { foldRecoveryCode, newRecoveryCodes } from "../../auth/recovery-code.ts";
import { hashOf } from "../../auth/secret.ts";
import { matchingStep } from "../../auth/totp.ts";
import { appendAudit } from "../../db/audit/audit.ts";
import { setSecondFactor } from "../../db/people/proof.ts";
import { endSessions, keepPendingFactor } from "../../db/people/session.ts";
import type { Answer } from "../answer.ts";
import { type Asked, sessionOf } from "../asked.ts";
import { type Route, route, takes } from "../route.ts";
import { begin } from "./begin.ts";
import { factorPage, recoveryPage } from "./factor-page.ts";
import { PROOF_WORDS } from "./prove.ts";
import { newSealedSecret, openFor } from "./second-factor.ts";
import type { Services } from "./services.ts";

const NAME = text("设置第二重验证", "Set up the second factor");
const RULE = { stage: ["enrol"] } as const;
const PATH = "/sign-in/enrol";

export const enrolRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: PATH, kind: "page", name: NAME, rule: RULE },
    input: takes(),
    handle: async (asked) => page(services, asked, await pendingSecret(services, asked), []),
  }),
  route({
    ...{ method: "post", path: PATH, kind: "page", name: NAME, rule: RULE, proof: true },
    input: takes({ body: { code: z.string().max(20) } }),
    handle: async (asked) => {
      const secret = await pendingSecret(services, asked);
      const taken = await takeFactor(services, asked, secret, asked.input.body.code);
      if (!taken) return { ...page(services, asked, secret, [PROOF_WORDS.wrong.code]), status: 401 };
      const title = asked.say(text("恢复码", "Recovery codes"));
      return { kind: "page", title, main: recoveryPage(asked, taken.codes), session: taken.session };
    },
  }),
];

function page({ profile }: Services, asked: Asked<unknown>, secret: Uint8Array, wrong: readonly Text[]): Answer {
  const { account } = sessionOf(asked).person;
  const main = factorPage(asked, { account, issuer: issuerOf(profile), secret, action: PATH, before: null, wrong });
  return { kind: "page", title: asked.say(NAME), main };
}

/** How the authenticator app lists it. */
export const issuerOf = (profile: Services["profile"]): string => `${profile.title.zh}稳岗预警`;

/** The factor this session is setting up; looking at the page again does not change it. */
export async function pendingSecret(services: Services, asked: Asked<unknown>): Promise<Uint8Array> {
  const { person, session } = sessionOf(asked);
  const sealed = session.totpPending ?? newSealedSecret(services, person.id);
  if (session.totpPending === null) await keepPendingFactor(services.db, session.id, sealed);
  return openFor(services, person.id, sealed);
}

/** Takes a new factor into use by its first code; all other sessions end. Null when the code is not its. */
export async function takeFactor(
  services: Services,
  asked: Asked<unknown>,
  secret: Uint8Array,
  code: string,
): Promise<{ readonly codes: readonly string[]; readonly session: string } | null> {
  const { person, session } = sessionOf(asked);
  const step = matchingStep(secret, code.normalize("NFKC").replace(/\s/g, ""), asked.now, 0);
  const sealed = session.totpPending;
  if (step === null || sealed === null) return null;
  const codes = newRecoveryCodes(SIGN_IN_LIMITS.recoveryCodes.value);
  const token = await services.db.transaction(async (tx) => {
    const recovery = codes.map((one) => hashOf(foldRecoveryCode(one)));
    await setSecondFactor(tx, person.id, { sealed, step, recovery });
    await endSessions(tx, person.id, session.id, asked.now);
    const subject = `person:${person.account}`;
    await appendAudit(tx, { at: asked.now, actor: person.account, action: "second-factor-set", subject, detail: {} });
    return begin(tx, asked, person, { way: session.way, secondFactor: true });
  });
  return { codes, session: token };
}
