import type { PasswordPolicy } from "../../models/sign-in/password-policy.ts";
import { text } from "../../models/text.ts";
import { chosen, limit, origin } from "./threshold.ts";

const ASVS = origin(
  "practice",
  "OWASP ASVS 5.0 6.2：至少8位、建议15位，至少允许64位，不限组成，不强制定期更换",
  "OWASP ASVS 5.0 6.2: at least 8, better 15, at least 64 allowed, no rules of composition, no forced change",
);
const DENGBAO = origin(
  "practice",
  "GB/T 22239-2019 8.1.4.1：鉴别信息有复杂度要求并定期更换；测评惯例为三类字符、90天",
  "GB/T 22239-2019 8.1.4.1: complexity and regular change; assessors accept three kinds of characters and 90 days",
);

const SINCE = "2026-01";
const minimumLength = chosen(
  12,
  "characters",
  text(
    "在8位下限与15位建议之间；配合双因素",
    "between the least of 8 and the advised 15, with a second factor beside it",
  ),
  SINCE,
);
const maximumLength = limit(128, "characters", ASVS, SINCE);

/** The default: long, freely made, changed only when there is a reason. */
export const asvsPasswords: PasswordPolicy = {
  name: "asvs",
  minimumLength,
  maximumLength,
  classes: limit(1, "kinds", ASVS, SINCE),
  maximumAge: null,
};

/** For a place that is assessed by 等保三级. */
export const dengbaoPasswords: PasswordPolicy = {
  name: "dengbao",
  minimumLength,
  maximumLength,
  classes: limit(3, "kinds", DENGBAO, SINCE),
  maximumAge: limit(90, "days", DENGBAO, SINCE),
};
