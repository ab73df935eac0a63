import { ACTIONS, type LifeAction, type Needed } from "./actions.ts";
import { isOutcome, type Outcome } from "./outcome.ts";

/** Where an alert stands with the people who answer for it. Its level is the rules' business: models/decision/decide.ts. */
export type LifeState = "raised" | "acknowledged" | "in-hand" | "closed";

export interface Life {
  readonly state: LifeState;
  /** How it ended; null while it is open. */
  readonly outcome: Outcome | null;
  /** Whether a person ended it: then the same finding does not raise it anew. */
  readonly settled: boolean;
  /** Who took it; null while nobody did. */
  readonly owner: string | null;
  /** No message about it before this date ("YYYY-MM-DD"), the day itself not included; null: not snoozed. */
  readonly snoozedUntil: string | null;
  /** The enterprise does not report: nothing is known, which is neither better nor worse. */
  readonly noData: boolean;
  /** How many changes made it what it is; the next one is numbered one higher, so that two at once cannot both count. */
  readonly changes: number;
}

/** One change somebody asks for. The service's own are written "system". */
export interface Change {
  readonly action: LifeAction;
  readonly actor: string;
  readonly reason?: string;
  readonly outcome?: string;
  readonly until?: string;
  readonly owner?: string;
}

export type Refusal =
  | "not-open"
  | "already"
  | "closed-by-system"
  | `needs-${Needed}`
  | "outcome-unknown"
  | "until-past";

export type Changed =
  | { readonly kind: "changed"; readonly life: Life }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** What raising an alert makes of it. */
export const RAISED: Life = {
  ...{ state: "raised", outcome: null, settled: false, owner: null, snoozedUntil: null, noData: false },
  changes: 1,
};

/**
 * The life after a change, or why it cannot be. Whoever may do what is models/rights' business.
 * @param today the day of the change, "YYYY-MM-DD"
 */
export function changeLife(life: Life, change: Change, today: string): Changed {
  const row = ACTIONS[change.action];
  if (!row.from.includes(life.state)) return refused(life.state === "closed" ? "not-open" : "already");
  if (change.action === "reopen" && !life.settled) return refused("closed-by-system");
  const missing = row.needs.find((field) => (change[field] ?? "").trim() === "");
  if (missing) return refused(`needs-${missing}`);
  if (row.needs.includes("outcome") && !isOutcome(change.outcome)) return refused("outcome-unknown");
  if (row.needs.includes("until") && change.until! <= today) return refused("until-past");
  return { kind: "changed", life: { ...after(life, change), changes: life.changes + 1 } };
}

const refused = (refusal: Refusal): Changed => ({ kind: "refused", refusal });

function after(life: Life, change: Change): Life {
  const { to, ends, speaks } = ACTIONS[change.action];
  const moved = { ...life, state: to ?? life.state, ...(speaks ? { snoozedUntil: null } : {}) };
  if (ends)
    return { ...moved, outcome: ends === "said" ? (change.outcome as Outcome) : ends, settled: ends === "said" };
  return EFFECTS[change.action]?.(moved, change) ?? moved;
}

/** What an action does beside moving the state. */
const EFFECTS: Partial<Record<LifeAction, (life: Life, change: Change) => Life>> = {
  take: (life, { actor }) => ({ ...life, owner: actor }),
  assign: (life, { owner }) => ({ ...life, owner: owner! }),
  snooze: (life, { until }) => ({ ...life, snoozedUntil: until! }),
  wake: (life) => ({ ...life, snoozedUntil: null }),
  reopen: (life) => ({ ...life, outcome: null, settled: false }),
  "re-arm": (life) => ({ ...life, outcome: null, settled: false }),
  "no-data": (life) => ({ ...life, noData: true }),
  "data-again": (life) => ({ ...life, noData: false }),
};
