import { type Text, text } from "../text.ts";

/** What a person is here for. The last three are the separate administrators of 三员分立. */
export type Role =
  | "regulator"
  | "office"
  | "analyst"
  | "specialist"
  | "township"
  | "administrator"
  | "auditor"
  | "security-officer";

/** What must be known of a person before the role reaches anything. */
export type Belonging = "department" | "region" | "specialist";

interface RoleRow {
  readonly name: Text;
  /** One of the three that are never combined with each other or with a desk. */
  readonly apart: boolean;
  readonly needs: Belonging | null;
}

// biome-ignore format: a table reads better in columns
export const ROLES: Readonly<Record<Role, RoleRow>> = {
  regulator:          { apart: false, needs: "department", name: text("行业主管部门",   "Regulator") },
  office:             { apart: false, needs: null,         name: text("领导小组办公室", "Leading-group office") },
  analyst:            { apart: false, needs: null,         name: text("分析员",         "Analyst") },
  specialist:         { apart: false, needs: "specialist", name: text("就业服务专员",   "Employment specialist") },
  township:           { apart: false, needs: "region",     name: text("乡镇街道",       "Township") },
  administrator:      { apart: true,  needs: null,         name: text("系统管理员",     "System administrator") },
  auditor:            { apart: true,  needs: null,         name: text("审计管理员",     "Auditor") },
  "security-officer": { apart: true,  needs: null,         name: text("安全管理员",     "Security officer") },
};

export const isRole = (value: string): value is Role => Object.hasOwn(ROLES, value);
