import { type Text, text } from "../text.ts";
import type { Threshold } from "../threshold.ts";
import { isCommon, isMonotonous } from "./weak-password.ts";

/** What a place asks of passwords. Both schools can be said: ASVS forbids forced change, 等保 asks for it. */
export interface PasswordPolicy {
  readonly name: string;
  readonly minimumLength: Threshold;
  readonly maximumLength: Threshold;
  /** How many of: small letters, capitals, digits, others. */
  readonly classes: Threshold;
  /** Days after which a password has to be changed; null is never. */
  readonly maximumAge: Threshold | null;
}

export type PasswordFault = "too-short" | "too-long" | "too-few-kinds" | "contains-name" | "common" | "monotonous";

/** Why a password is refused; empty when it is good. `names` are words that must not be in it: account, name, place. */
export function passwordFaults(
  password: string,
  names: readonly string[],
  policy: PasswordPolicy,
): readonly PasswordFault[] {
  const length = [...password].length;
  const folded = password.normalize("NFKC").toLowerCase();
  const named = names.some((name) => [...name].length >= SHORTEST_NAME && folded.includes(name.toLowerCase()));
  const faults: readonly (readonly [PasswordFault, boolean])[] = [
    ["too-short", length < policy.minimumLength.value],
    ["too-long", length > policy.maximumLength.value],
    ["too-few-kinds", kindsIn(password) < policy.classes.value],
    ["contains-name", named],
    ["common", isCommon(folded)],
    ["monotonous", isMonotonous(folded)],
  ];
  return faults.filter(([, found]) => found).map(([fault]) => fault);
}

/** Shorter names, a surname say, are in too many good passwords by chance. */
const SHORTEST_NAME = 2;

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
const kindsIn = (password: string): number => KINDS.filter((kind) => kind.test(password)).length;

export function faultWords(fault: PasswordFault, policy: PasswordPolicy): Text {
  const { minimumLength, maximumLength, classes } = policy;
  const words: Readonly<Record<PasswordFault, Text>> = {
    "too-short": text(
      `密码至少 ${minimumLength.value} 个字符。`,
      `The password needs at least ${minimumLength.value} characters.`,
    ),
    "too-long": text(
      `密码至多 ${maximumLength.value} 个字符。`,
      `The password may have at most ${maximumLength.value} characters.`,
    ),
    "too-few-kinds": text(
      `密码须含小写字母、大写字母、数字、其他字符中的 ${classes.value} 类。`,
      `The password needs ${classes.value} of: small letters, capitals, digits, other characters.`,
    ),
    "contains-name": text(
      "密码不得包含账号、姓名、地名或系统名。",
      "The password must not contain the account, the name, the place or the system's name.",
    ),
    common: text("密码太常见。", "The password is too common."),
    monotonous: text("密码大部分是重复或连续的字符。", "Most of the password is one character or a sequence."),
  };
  return words[fault];
}
