import type { Action } from "./actions.ts";
import type { Decision } from "./may.ts";

/** Groups of what is told of an enterprise, and the right that each of them takes. */
export const FIELD_RIGHTS = {
  identity: "read-enterprise",
  employment: "read-enterprise",
  judgement: "read-alerts",
  specialist: "read-cases",
  finances: "read-finances",
  history: "read-enterprise",
  versions: "read-enterprise",
  events: "read-enterprise",
  plans: "read-enterprise",
  alerts: "read-alerts",
  why: "read-alerts",
  peers: "read-alerts",
  cases: "read-cases",
  support: "read-finances",
} as const satisfies Readonly<Record<string, Action>>;

export type FieldGroup = keyof typeof FIELD_RIGHTS;

/** An object without the groups that the decision refuses: what may not be read is left out, not blanked. */
export function shown<T extends Readonly<Partial<Record<FieldGroup, unknown>>>>(
  groups: T,
  decide: (action: Action) => Decision,
): Partial<T> {
  const kept = Object.entries(groups).filter(([group]) => decide(FIELD_RIGHTS[group as FieldGroup]).allowed);
  return Object.fromEntries(kept) as Partial<T>;
}
