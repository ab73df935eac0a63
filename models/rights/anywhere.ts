import type { Action } from "./actions.ts";
import type { Decision } from "./may.ts";
import type { Holder } from "./person.ts";
import { scopeOf } from "./table.ts";

/** Whether a person may do something to anything at all: what opens a list, whose rows the reach then decides on. */
export function mayAnywhere(person: Holder, action: Action): Decision {
  const held = person.roles.map((role) => ({ role, scope: scopeOf(role, action) })).find((h) => h.scope !== "none");
  return held ? { allowed: true, ...held } : { allowed: false, reason: "role" };
}
