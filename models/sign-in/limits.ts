import { type Text, text } from "../text.ts";
import type { OriginKind, Threshold } from "../threshold.ts";

const limit = (value: number, unit: string, kind: OriginKind, note: Text): Threshold => ({
  value,
  unit,
  origin: { kind, note },
  validFrom: "2026-01",
});

/** Numbers that decide who gets in and for how long. */
export const SIGN_IN_LIMITS = {
  idle: limit(
    30,
    "minutes",
    "practice",
    text(
      "等保三级要求超时自动退出，未定时长；测评惯例30分钟",
      "等保 level 3 asks for time-outs without a number; assessors accept 30",
    ),
  ),
  absolute: limit(
    12,
    "hours",
    "convention",
    text("一个工作日；ASVS 5.0 7.3.2 要求设绝对时限", "one working day; ASVS 5.0 7.3.2 asks for an absolute limit"),
  ),
  seenEvery: limit(
    60,
    "seconds",
    "convention",
    text("活动时间每分钟至多写一次", "how often use of a session is written down"),
  ),
  accountFailures: limit(
    5,
    "failures",
    "practice",
    text("等保三级要求限制非法登录次数，测评惯例为5次", "等保 level 3 asks for a limit; assessors accept 5"),
  ),
  addressFailures: limit(
    20,
    "failures",
    "convention",
    text("一个出口地址后有多个科室", "several offices stand behind one address"),
  ),
  lockMinutes: limit(
    15,
    "minutes",
    "convention",
    text(
      "失败次数在此时间内累计，锁定亦持续至其滑出",
      "failures are counted over this time, and a lock lasts until they have left it",
    ),
  ),
  setUpLink: limit(60, "minutes", "convention", text("首次启动的初始化链接", "the set-up link of the first start")),
  passwordLink: limit(
    72,
    "hours",
    "convention",
    text("交给本人设置密码的链接，含一个周末", "a link to set a password, over a weekend"),
  ),
  browserLink: limit(12, "hours", "convention", text("演示的一次性登录链接", "the demo's one-time sign-in link")),
  singleSignOn: limit(10, "minutes", "convention", text("单点登录往返时限", "the way to the provider and back")),
  tokenDays: limit(365, "days", "convention", text("接口令牌最长有效期", "the longest life of an API token")),
  recoveryCodes: limit(10, "codes", "practice", text("恢复码个数，常见做法", "recovery codes at a time, as is usual")),
} as const satisfies Readonly<Record<string, Threshold>>;
