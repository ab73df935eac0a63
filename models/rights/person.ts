import { type Text, text } from "../text.ts";
import { type Belonging, ROLES, type Role } from "./roles.ts";

/** As much of a person as rights depend on. */
export interface Holder extends Grant {
  readonly id: number;
}

/** What an account is given: roles, and what they reach. */
export interface Grant {
  readonly roles: readonly Role[];
  /** Department and region codes of the profile. */
  readonly departments: readonly string[];
  readonly regions: readonly string[];
  /** The name by which the register assigns enterprises to the person; null when it does not. */
  readonly specialist: string | null;
}

export type Fault = "no-role" | "not-apart" | "department-missing" | "region-missing" | "specialist-missing";

export const FAULTS: Readonly<Record<Fault, Text>> = {
  "no-role": text("至少要有一个角色。", "At least one role is needed."),
  "not-apart": text(
    "系统管理员、审计管理员、安全管理员三者分立，不得与其他角色兼任。",
    "System administrator, auditor and security officer are separate: none goes with another role.",
  ),
  "department-missing": text("行业主管部门须指明所属部门。", "A regulator needs a department."),
  "region-missing": text("乡镇街道须指明所属区划。", "A township needs a region."),
  "specialist-missing": text(
    "就业服务专员须指明名册中的专员姓名。",
    "A specialist needs the name that the register assigns enterprises to.",
  ),
};

/** Why a person cannot have these roles; empty when nothing speaks against it. */
export function faultsOf({ roles, ...rest }: Grant): readonly Fault[] {
  if (roles.length === 0) return ["no-role"];
  const apart = roles.length > 1 && roles.some((role) => ROLES[role].apart);
  const needed = roles.map((role) => ROLES[role].needs).filter((needs) => needs !== null);
  const missing = [...new Set(needed)].filter((needs) => !has(rest, needs)).map((needs) => `${needs}-missing` as const);
  return apart ? ["not-apart", ...missing] : missing;
}

function has(person: Omit<Grant, "roles">, needs: Belonging): boolean {
  if (needs === "department") return person.departments.length > 0;
  return needs === "region" ? person.regions.length > 0 : person.specialist !== null;
}
