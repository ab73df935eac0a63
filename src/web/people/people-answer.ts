import { z } from "zod";
import { ROLES } from "../../../models/rights/roles.ts";
import { RIGHTS_STATES } from "../../../models/rights/ruling.ts";
import { ACCOUNT_STATES } from "../../../models/sign-in/account-state.ts";
import { said, shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, INSTANT, keyOf } from "../answers/units.ts";

const ROLE = keyOf(ROLES);

/** Roles and what they reach. */
export const GRANT = {
  ...{ roles: z.array(ROLE), departments: z.array(CODE), regions: z.array(CODE) },
  specialist: said(z.string().nullable(), "名册中的专员姓名", "the name by which the register assigns enterprises"),
};

export const PERSON = shape("Person", {
  ...{ account: z.string(), name: z.string(), ...GRANT },
  ssoSubject: said(
    z.string().nullable(),
    "单点登录的统一身份“签发者|主体”；空：没有",
    "who they are at the provider of single sign-on, `issuer|subject`; null: nobody",
  ),
  state: said(keyOf(ACCOUNT_STATES), "角色仅在 works 时生效", "the roles are in effect with `works` alone"),
  lastSignIn: said(INSTANT.nullable(), "上次登录", "when the person signed in last"),
});

export const PEOPLE_ANSWER = z.strictObject({
  total: said(COUNT, "符合条件的账号数，含各页", "accounts found, on all pages"),
  securityOfficer: said(
    z.boolean(),
    "是否有已授权的安全管理员；没有时须由机器持有者授权",
    "whether a security officer is in effect; without one, whoever holds the machine grants",
  ),
  people: z.array(PERSON),
  next: said(z.string().nullable(), "下一页的 after；末页为空", "what to ask for as `after`; null at the end"),
});

export const PERSON_DONE = shape("PersonDone", {
  ...{ account: z.string(), rights: keyOf(RIGHTS_STATES), disabled: z.boolean() },
  link: said(
    z.string().nullable(),
    "一次性链接，只给出这一次；停用时为空",
    "a one-time link, told this once; null when an account was disabled",
  ),
});

export type ListedPerson = Told<z.infer<typeof PERSON>>;
export type PeopleView = Told<z.infer<typeof PEOPLE_ANSWER>>;
export type PersonDone = Told<z.infer<typeof PERSON_DONE>>;
