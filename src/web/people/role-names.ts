import { ROLES, type Role } from "../../../models/rights/roles.ts";
import type { Asked } from "../asked.ts";

/** Roles by name, one after the other. */
export const roleNames = (
  { say, language }: Pick<Asked<unknown>, "say" | "language">,
  roles: readonly Role[],
): string => roles.map((role) => say(ROLES[role].name)).join(language === "zh" ? "、" : ", ");
