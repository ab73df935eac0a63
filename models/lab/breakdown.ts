import type { KeptMonth } from "../replay/kept-month.ts";
import type { LabSide } from "./side.ts";

/** How two sets do on one group of enterprises; the first set's figure before the second's. */
export interface GroupOutcome {
  readonly code: string;
  readonly alerts: Pair<number>;
  /** hits / (hits + false); null without either. */
  readonly precision: Pair<number | null>;
  /** Known reductions, and those that were warned of. */
  readonly events: number;
  readonly warned: Pair<number>;
}

type Pair<T> = readonly [first: T, second: T];

/** One row for each group that has an alert or a known reduction, in the order given; enterprises of no group are left out. */
export function breakdown(
  sides: Pair<LabSide>,
  groupOf: (enterprise: number) => string | null,
  order: readonly string[],
): readonly GroupOutcome[] {
  const each = sides.map((side) => ({ alerts: grouped(side.alerts, groupOf), events: grouped(side.events, groupOf) }));
  const [first, second] = each as unknown as Pair<(typeof each)[number]>;
  return order
    .filter((code) => each.some(({ alerts, events }) => alerts.has(code) || events.has(code)))
    .map((code) => {
      const pair = <T>(of: (side: typeof first) => T): Pair<T> => [of(first), of(second)];
      return {
        code,
        alerts: pair(({ alerts }) => alerts.get(code)?.length ?? 0),
        precision: pair(({ alerts }) => precisionOf(alerts.get(code) ?? [])),
        events: second.events.get(code)?.length ?? 0,
        warned: pair(({ events }) => (events.get(code) ?? []).filter(({ verdict }) => verdict === "warned").length),
      };
    });
}

function precisionOf(alerts: LabSide["alerts"]): number | null {
  const hits = alerts.filter(({ verdict }) => verdict === "hit").length;
  const judged = hits + alerts.filter(({ verdict }) => verdict === "false").length;
  return judged > 0 ? hits / judged : null;
}

function grouped<T extends { readonly enterprise: number }>(
  items: readonly T[],
  groupOf: (enterprise: number) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const code = groupOf(item.enterprise);
    const group = code === null ? undefined : groups.get(code);
    if (group) group.push(item);
    else if (code !== null) groups.set(code, [item]);
  }
  return groups;
}

/** The most persons that each enterprise had before any month that was kept of it. */
export function largestSizes(months: readonly KeptMonth[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { rows } of months)
    for (let i = 0; i < rows.enterprise.length; i++) {
      const [enterprise, persons] = [rows.enterprise[i]!, Math.max(rows.before[i]!, rows.now[i]!)];
      if (persons >= 0 && persons > (sizes.get(enterprise) ?? -1)) sizes.set(enterprise, persons);
    }
  return sizes;
}
