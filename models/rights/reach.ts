import type { Action } from "./actions.ts";
import type { Subject } from "./may.ts";
import type { Holder } from "./person.ts";
import { scopeOf } from "./table.ts";

/** The rows a person may see, as a value that a query can take: what belongs to any of these. */
export interface Reach {
  readonly all: boolean;
  readonly departments: readonly string[];
  readonly regions: readonly string[];
  readonly specialist: string | null;
}

/** Everything an action reaches for a person, over all their roles. */
export function reachOf(person: Holder, action: Action): Reach {
  const scopes = person.roles.map((role) => scopeOf(role, action));
  return {
    all: scopes.includes("all"),
    departments: scopes.includes("department") ? person.departments : [],
    regions: scopes.includes("region") ? person.regions : [],
    specialist: scopes.includes("assigned") ? person.specialist : null,
  };
}

/** Whether a subject lies within reach; `may` and the queries of src/db say the same. */
export function within(reach: Reach, subject: Subject): boolean {
  if (reach.all) return true;
  if (subject.kind === "place") return false;
  return (
    subject.departments.some((code) => reach.departments.includes(code)) ||
    (subject.region !== null && reach.regions.includes(subject.region)) ||
    (subject.specialist !== null && subject.specialist === reach.specialist)
  );
}
