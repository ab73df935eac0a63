import { z } from "zod";
import { said, shape, type Told } from "../answers/shape.ts";
import { COUNT, INSTANT } from "../answers/units.ts";
import { GRANT } from "../people/people-answer.ts";

const SESSION = shape("OwnSession", {
  ...{ id: z.int(), way: z.enum(["password", "single-sign-on", "link"]), address: z.string(), agent: z.string() },
  seenAt: said(INSTANT, "最近使用", "last used"),
  own: said(z.boolean(), "当前会话", "the one that asks"),
});

const TOKEN = shape("OwnToken", {
  ...{ id: z.int(), name: z.string(), scope: z.enum(["read", "change"]), lastFour: z.string() },
  ...{ endsAt: INSTANT, usedAt: INSTANT.nullable() },
});

export const ACCOUNT_ANSWER = z.strictObject({
  ...{ account: z.string(), name: z.string(), ...GRANT },
  formToken: said(
    z.string(),
    "以会话提交更改时放入请求头 X-CSRF-Token",
    "goes into the header X-CSRF-Token of whatever a session changes",
  ),
  recoveryCodesLeft: COUNT,
  ...{ sessions: z.array(SESSION), tokens: z.array(TOKEN) },
});

export const ENDED_OWN = z.strictObject({ id: z.int() });

export const TOKEN_MADE = shape("TokenMade", {
  id: z.int(),
  token: said(z.string(), "只给出这一次", "told this once"),
  ...{ lastFour: z.string(), endsAt: INSTANT },
});

export type AccountView = Told<z.infer<typeof ACCOUNT_ANSWER>>;
