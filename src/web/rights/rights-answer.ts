import { z } from "zod";
import { RIGHTS_STATES } from "../../../models/rights/ruling.ts";
import { WAYS } from "../account/ways.ts";
import { said, shape, type Told } from "../answers/shape.ts";
import { INSTANT, keyOf } from "../answers/units.ts";
import { GRANT, PEOPLE_ANSWER, PERSON } from "../people/people-answer.ts";

const STATE = keyOf(RIGHTS_STATES);

/** What waits for a word, and all accounts as the administrator sees them. */
export const RIGHTS_ANSWER = z.strictObject({
  waiting: said(z.array(PERSON), "待授权账号，最多50个", "accounts that wait for rights, at most 50"),
  ...PEOPLE_ANSWER.shape,
});

const DECISION = shape("RightsDecision", {
  ...{ at: INSTANT, by: z.string(), state: STATE, reason: z.string(), ...GRANT },
});

const SIGN_IN = shape("SignIn", { at: INSTANT, way: keyOf(WAYS), address: z.string(), agent: z.string() });

export const ONE_ANSWER = z.strictObject({
  person: PERSON,
  rights: STATE,
  own: said(z.boolean(), "本人账号，不得自行授权", "one's own account, on which one does not rule"),
  signIns: said(
    z.array(SIGN_IN),
    "最近几次登录，由新到旧：可核对是否本人所为",
    "the newest sign-ins, newest first: whether they were the person's own",
  ),
  decisions: said(z.array(DECISION), "由新到旧", "newest first"),
});

export const RULED = shape("Ruled", { account: z.string(), rights: STATE });

export type RightsView = Told<z.infer<typeof RIGHTS_ANSWER>>;
export type OneView = Told<z.infer<typeof ONE_ANSWER>>;
export type Ruled = Told<z.infer<typeof RULED>>;
