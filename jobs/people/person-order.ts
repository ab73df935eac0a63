import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { resolveRegion } from "../../models/region.ts";
import { FAULTS, faultsOf, type Grant } from "../../models/rights/person.ts";
import { isRole, ROLES, type Role } from "../../models/rights/roles.ts";
import { foldAccount, isAccount } from "../../models/sign-in/account.ts";
import { type Text, text } from "../../models/text.ts";
import type { NewPerson } from "../../src/db/people/person.ts";
import type { Options } from "../commands/command.ts";
import { optional, required } from "../commands/values.ts";

/** The person that `person add` was told to make, checked against the profile and against what roles go together. */
export function personOrder(account: string, options: Options, profile: Profile): NewPerson {
  const person = {
    account: foldAccount(account),
    name: required(options, "name", "--name"),
    ...grantOrder(options, profile),
    ssoSubject: identityOrder(options),
  };
  if (!isAccount(person.account)) throw wrong("account-wrong", ACCOUNT);
  return person;
}

/** Who an account is to be at the provider of single sign-on; null: nobody. */
export function identityOrder(options: Options): string | null {
  const given = optional(options, "sso") ?? "";
  if (given === "") return null;
  if (!/^https?:\/\/[^|\s]+\|[^|\s]+$/.test(given)) throw wrong("identity-wrong", IDENTITY);
  return given;
}

const IDENTITY = text(
  "统一身份写成“签发者地址|主体”，例如 https://sso.example.gov.cn|1024。",
  "An identity is the provider's address, a bar and the subject, such as https://sso.example.gov.cn|1024.",
);

/** The roles that somebody was told to give, and what they reach. */
export function grantOrder(options: Options, profile: Profile): Grant {
  const grant = {
    roles: listed(options, "role").map(roleOf),
    departments: listed(options, "department").map((code) => departmentOf(profile, code)),
    regions: listed(options, "region").map((name) => regionOf(profile, name)),
    specialist: optional(options, "specialist") ?? null,
  };
  const [fault] = faultsOf(grant);
  if (fault !== undefined) throw wrong(`person-${fault}`, FAULTS[fault]);
  return grant;
}

const ACCOUNT = text(
  "账号用2至64个小写字母、数字、点、连字符或下划线。",
  "An account has 2 to 64 small letters, digits, dots, hyphens or underscores.",
);

const listed = (options: Options, name: string): string[] =>
  (optional(options, name) ?? "").split(/[,，、]/).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));

function roleOf(name: string): Role {
  if (isRole(name)) return name;
  const known = Object.keys(ROLES).join("、");
  throw wrong(
    "role-unknown",
    text(`没有角色“${name}”（有：${known}）。`, `There is no role "${name}" (there are: ${known}).`),
  );
}

function departmentOf(profile: Profile, given: string): string {
  const found = profile.departments.find(({ code, name }) => code === given || name.zh === given);
  if (found) return found.code;
  throw wrong(
    "department-unknown",
    text(`地区配置中没有部门“${given}”。`, `The profile has no department "${given}".`),
  );
}

function regionOf(profile: Profile, given: string): string {
  const found = resolveRegion(profile, given);
  if (found !== null) return found;
  throw wrong("region-unknown", text(`地区配置中没有区划“${given}”。`, `The profile has no region "${given}".`));
}

const wrong = (code: string, reason: Text): Problem =>
  new Problem(
    "usage",
    code,
    reason,
    text("请改正后重试。", "Correct it and try again."),
    text("请改正后重试，详见 wengang person --help。", "Correct it and try again; see wengang person --help."),
  );
