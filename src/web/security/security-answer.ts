import { z } from "zod";
import { said, shape, type Told } from "../answers/shape.ts";
import { COUNT, INSTANT, TEXT } from "../answers/units.ts";

const POLICY = shape("SecurityPolicy", {
  ...{ code: z.string(), group: TEXT, name: TEXT, value: TEXT, why: TEXT },
  where: said(TEXT, "在何处设定", "where it is set"),
});

const LOCKED = shape("LockedAccount", { account: z.string(), name: z.string(), until: INSTANT });
const ADDRESS = shape("LockedAddress", { address: z.string(), until: INSTANT });

const SESSION = shape("LiveSession", {
  ...{ id: z.int(), account: z.string(), name: z.string(), way: z.enum(["password", "single-sign-on", "link"]) },
  secondFactor: said(z.boolean(), "两重验证是否都已通过", "whether both factors were shown"),
  ...{ address: z.string(), agent: z.string(), createdAt: INSTANT, seenAt: INSTANT },
  own: said(z.boolean(), "当前会话", "the one that asks"),
});

export const SECURITY_ANSWER = z.strictObject({
  policies: z.array(POLICY),
  locked: z.array(LOCKED),
  addresses: z.array(ADDRESS),
  strangers: said(COUNT, "被锁定的不存在的账号名个数", "locked names that are nobody's account"),
  total: said(COUNT, "有效会话数，含各页", "sessions that hold, on all pages"),
  sessions: z.array(SESSION),
  next: said(z.string().nullable(), "下一页的 after；末页为空", "what to ask for as `after`; null at the end"),
});

export const UNLOCKED = z.strictObject({ account: z.string() });
export const ENDED = z.strictObject({ id: z.int(), account: z.string() });

export type SecurityView = Told<z.infer<typeof SECURITY_ANSWER>>;
export type Policy = SecurityView["policies"][number];
export type ToldSession = SecurityView["sessions"][number];
