import type { Text } from "../text.ts";
import type { Assessment, Outcome } from "./assess.ts";
import type { SupportPolicy } from "./policy.ts";

/** How one policy comes out over many enterprises. */
export interface PolicyCount {
  readonly policy: SupportPolicy;
  readonly outcomes: Record<Outcome, number>;
  /** Eligible, and nobody applied. */
  unclaimed: number;
  /** Sum of the known amounts of the eligible in hundredths of a yuan, and of how many it is. */
  fen: number;
  amounts: number;
  /** What the unknown ones want for: how many of them, by the fact's name. */
  readonly missing: Map<string, { readonly name: Text; enterprises: number }>;
}

export const emptyCount = (policy: SupportPolicy): PolicyCount => ({
  policy,
  outcomes: { eligible: 0, "not-eligible": 0, unknown: 0 },
  unclaimed: 0,
  fen: 0,
  amounts: 0,
  missing: new Map(),
});

export function countIn(count: PolicyCount, { outcome, amount, missing }: Assessment): void {
  count.outcomes[outcome]++;
  if (outcome === "eligible" && amount.kind === "known") {
    count.fen += amount.fen;
    count.amounts++;
  }
  if (outcome !== "unknown") return;
  for (const { name } of missing) {
    const entry = count.missing.get(name.zh) ?? { name, enterprises: 0 };
    entry.enterprises++;
    count.missing.set(name.zh, entry);
  }
}

/** What most of the unknown want for; null when none are unknown. */
export function mostMissing({ missing }: PolicyCount): { readonly name: Text; readonly enterprises: number } | null {
  return [...missing.values()].toSorted((a, b) => b.enterprises - a.enterprises)[0] ?? null;
}
