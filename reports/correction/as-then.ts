import type { AnyFacts } from "../document-of.ts";

/** A report by later data as it would have gone out on the day of the first one: what happened since is no mistake of that. */
export function asThen(before: AnyFacts, after: AnyFacts): AnyFacts {
  if (before.kind !== "flash" || after.kind !== "flash") return after;
  const { alert, levels, rulesOnly = null } = before;
  return {
    ...after,
    alert,
    levels,
    rulesOnly,
    others: after.others.filter(({ occurredOn }) => occurredOn <= before.asOf),
  };
}
