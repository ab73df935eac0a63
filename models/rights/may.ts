import { type Text, text } from "../text.ts";
import { type Action, actionRow } from "./actions.ts";
import type { Holder } from "./person.ts";
import type { Role } from "./roles.ts";
import { type Scope, scopeOf } from "./table.ts";

/** What an action is done to. Null is "not known", which is nobody's own. */
export type Subject =
  | { readonly kind: "place" /** Whose work is judged; null when nobody's. */; readonly author: number | null }
  | {
      readonly kind: "enterprise";
      readonly departments: readonly string[];
      readonly region: string | null;
      readonly specialist: string | null;
    };

/** The whole place, by nobody in particular. */
export const PLACE: Subject = { kind: "place", author: null };

export type Refusal =
  | "role"
  | "whole-place"
  | "other-department"
  | "other-region"
  | "not-assigned"
  | "several"
  | "own-work";

export type Decision =
  | { readonly allowed: true; readonly role: Role; readonly scope: Scope }
  | { readonly allowed: false; readonly reason: Refusal };

export const REFUSALS: Readonly<Record<Refusal, Text>> = {
  role: text("您的角色没有这项权限。", "Your role does not include this."),
  "whole-place": text("这涉及全县，超出您的范围。", "This concerns the whole place, beyond your own part of it."),
  "other-department": text("该企业不属于您的部门。", "This enterprise is not your department's."),
  "other-region": text("该企业不在您的辖区。", "This enterprise is not in your region."),
  "not-assigned": text("该企业没有指派给您。", "This enterprise is not assigned to you."),
  several: text("该企业不在您任何一个角色的范围内。", "This enterprise is within none of your roles' reach."),
  "own-work": text("不得审核本人提交的内容。", "Nobody may review their own work."),
};

/** Whether a person may do something to a subject, by which role, or why not. One role that may is enough. */
export function may(person: Holder, action: Action, subject: Subject): Decision {
  if (actionRow(action).fourEyes && subject.kind === "place" && subject.author === person.id)
    return { allowed: false, reason: "own-work" };
  const held = person.roles.map((role) => ({ role, scope: scopeOf(role, action) })).filter((h) => h.scope !== "none");
  const fits = held.find(({ scope }) => reaches(person, scope, subject));
  if (fits) return { allowed: true, ...fits };
  return { allowed: false, reason: refusal(held, subject) };
}

function reaches(person: Holder, scope: Scope, subject: Subject): boolean {
  if (scope === "all") return true;
  if (subject.kind === "place") return false;
  if (scope === "department") return subject.departments.some((code) => person.departments.includes(code));
  if (scope === "region") return subject.region !== null && person.regions.includes(subject.region);
  return scope === "assigned" && subject.specialist !== null && subject.specialist === person.specialist;
}

const BY_SCOPE: Readonly<Record<Scope, Refusal>> = {
  all: "role",
  department: "other-department",
  region: "other-region",
  assigned: "not-assigned",
  none: "role",
};

function refusal(held: readonly { readonly scope: Scope }[], subject: Subject): Refusal {
  if (held.length === 0) return "role";
  if (subject.kind === "place") return "whole-place";
  return held.length > 1 ? "several" : BY_SCOPE[held[0]!.scope];
}
