import type { Profile } from "../../../models/profile.ts";
import { SIGN_IN_LIMITS } from "../../../models/sign-in/limits.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Threshold } from "../../../models/threshold.ts";
import { originWords } from "../../../reports/wording/thresholds.ts";
import { SHELL_LIMITS } from "../shell/limits.ts";
import type { Policy } from "./security-answer.ts";

/** The rules of security in force, each with its reason and where it is set. */
export function policiesOf(profile: Profile, sso: boolean): readonly Policy[] {
  const all: readonly Policy[] = [
    ...LIMITS.map(([code, group, name, limit]) => ({
      ...{ code, group: GROUPS[group], name, value: valueWords(limit), why: originWords(limit.origin), where: PROGRAM },
    })),
    ...passwordPolicies(profile),
    { ...FACTOR, group: GROUPS.factor, where: PROGRAM },
    ssoPolicy(sso),
  ];
  return Object.values(GROUPS).flatMap((group) => all.filter((one) => one.group === group));
}

const GROUPS = {
  session: text("会话", "Sessions"),
  lock: text("失败锁定", "Lock-out"),
  password: text("密码", "Passwords"),
  factor: text("第二重验证", "Second factor"),
  link: text("链接与令牌", "Links and tokens"),
  rate: text("流量限制", "Rate limits"),
} as const;

const PROGRAM = text("程序内定，随版本变更", "in the program, changed by a new version");

const { idle, absolute, accountFailures, addressFailures, lockMinutes } = SIGN_IN_LIMITS;
const { setUpLink, passwordLink, tokenDays, recoveryCodes } = SIGN_IN_LIMITS;
const { perAddress, perPerson, proofs, body, upload } = SHELL_LIMITS;

// biome-ignore format: a table reads better in columns
const LIMITS: readonly (readonly [code: string, group: keyof typeof GROUPS, name: Text, limit: Threshold])[] = [
  ["idle",             "session", text("闲置多久即退出",         "ends when left idle for"), idle],
  ["absolute",         "session", text("最长时限",               "ends in any case after"), absolute],
  ["account-failures", "lock",    text("一个账号容许的失败次数", "failures heard on an account"), accountFailures],
  ["address-failures", "lock",    text("一个地址容许的失败次数", "failures heard from an address"), addressFailures],
  ["lock-minutes",     "lock",    text("失败累计与锁定时长",     "failures count, and a lock lasts, for"), lockMinutes],
  ["set-up-link",      "link",    text("初始化链接有效期",       "a set-up link works for"), setUpLink],
  ["password-link",    "link",    text("设置密码的链接有效期",   "a link to a password works for"), passwordLink],
  ["token-days",       "link",    text("接口令牌最长有效期",     "a token works for at most"), tokenDays],
  ["recovery-codes",   "factor",  text("恢复码个数",             "recovery codes at a time"), recoveryCodes],
  ["per-address",      "rate",    text("每个地址",               "from an address"), perAddress],
  ["per-person",       "rate",    text("每人（含令牌）",         "of a person, tokens too"), perPerson],
  ["proofs",           "rate",    text("验证密码或验证码",       "passwords and codes shown"), proofs],
  ["body",             "rate",    text("一次提交的大小",         "size of what a form sends"), body],
  ["upload",           "rate",    text("一个文件的大小",         "size of a file"), upload],
];

const UNITS: Readonly<Record<string, Text>> = {
  minutes: text("分钟", "minutes"),
  hours: text("小时", "hours"),
  days: text("天", "days"),
  failures: text("次", "failures"),
  codes: text("个", "codes"),
  characters: text("个字符", "characters"),
  "requests a minute": text("次/分钟", "requests a minute"),
  bytes: text("字节", "bytes"),
};

function valueWords({ value, unit }: Threshold): Text {
  const words = UNITS[unit] ?? text(unit, unit);
  return text(`${value.toLocaleString("en-US")} ${words.zh}`, `${value.toLocaleString("en-US")} ${words.en}`);
}

function passwordPolicies({ passwords, name }: Profile): readonly Policy[] {
  const where = text(`地区配置（src/profiles/${name}）`, `the place's profile (src/profiles/${name})`);
  const { minimumLength, maximumAge, classes } = passwords;
  const one = (code: string, of: Text, value: Text, from: Threshold): Policy => ({
    ...{ code, group: GROUPS.password, name: of, value, why: originWords(from.origin), where },
  });
  const kinds = text(`${classes.value} 类`, `${classes.value} kinds`);
  const age = maximumAge ? valueWords(maximumAge) : text("不要求", "never");
  return [
    one("minimum-length", text("最短长度", "shortest"), valueWords(minimumLength), minimumLength),
    one("classes", text("至少几类字符", "kinds of characters"), kinds, classes),
    one("maximum-age", text("多久须更换", "to be changed after"), age, maximumAge ?? minimumLength),
  ];
}

const FACTOR = {
  code: "second-factor",
  name: text("要求的对象", "Demanded of"),
  value: text("所有人，首次登录时设置", "everybody, set up at the first sign-in"),
  why: text("等保三级要求两种以上鉴别技术", "等保 level 3 asks for two kinds of proof"),
} as const;

const ssoPolicy = (on: boolean): Policy => ({
  ...{ code: "single-sign-on", group: GROUPS.factor, name: text("单点登录", "Single sign-on") },
  value: on
    ? text(
        "已启用；提供方只验一重的，另验第二重",
        "in use; where the provider asked for one factor, ours is asked for too",
      )
    : text("未启用", "not in use"),
  why: text("由运行单位决定", "for whoever runs the service to decide"),
  where: text("环境变量 WENGANG_OIDC_*", "the environment, WENGANG_OIDC_*"),
});
