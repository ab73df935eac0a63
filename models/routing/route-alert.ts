import type { Profile } from "../profile.ts";
import { regulatorsOf } from "../regulator.ts";
import { type Desk, deskKey } from "./desk.ts";
import type { DeskRule, Route } from "./route.ts";

/** What the routing tree looks at. */
export interface Routed {
  readonly subjectKind: "enterprise" | "place";
  readonly level: string;
  /** Kinds of the events in view. */
  readonly events: readonly string[];
  /** As the register writes it; null when unknown. */
  readonly industry: string | null;
  readonly ownership: string | null;
  readonly region: string | null;
  readonly keyEnterprise: boolean;
  readonly specialist: string | null;
}

/** A desk to tell, and the routes that led to it: kept with the notice, so that "why me" has an answer. */
export interface RoutedDesk {
  readonly desk: Desk;
  readonly routes: readonly string[];
}

/** The desks an alert goes to on a day, in the tree's order; the fallback where no route leads to one. */
export function routeAlert(profile: Profile, alert: Routed, on: string): readonly RoutedDesk[] {
  const found = new Map<string, { desk: Desk; routes: string[] }>();
  walk(profile.routing.routes, profile, alert, on, (desk, route) => {
    const known = found.get(deskKey(desk)) ?? { desk, routes: [] };
    found.set(deskKey(desk), { desk, routes: [...new Set([...known.routes, route])] });
  });
  if (found.size > 0) return [...found.values()];
  return [{ desk: department(profile.routing.fallback), routes: ["fallback"] }];
}

type Tell = (desk: Desk, route: string) => void;

function walk(routes: readonly Route[], profile: Profile, alert: Routed, on: string, tell: Tell): void {
  for (const route of routes) {
    if (!holds(route, profile, alert, on)) continue;
    for (const rule of route.desks) for (const desk of desksOf(rule, profile, alert, on)) tell(desk, route.id);
    walk(route.routes ?? [], profile, alert, on, tell);
    if (route.last) return;
  }
}

function holds({ when }: Route, profile: Profile, alert: Routed, on: string): boolean {
  return (
    (when.levels === undefined || when.levels.includes(alert.level)) &&
    (when.subject === undefined || when.subject === alert.subjectKind) &&
    (when.keyEnterprise === undefined || alert.keyEnterprise) &&
    (when.industries === undefined || when.industries.some((code) => alert.industry?.startsWith(code))) &&
    (when.stateOwned === undefined || ownersOf(profile, alert, on).length > 0) &&
    (when.regions === undefined || (alert.region !== null && when.regions.includes(alert.region))) &&
    (when.events === undefined || when.events.some((kind) => alert.events.includes(kind)))
  );
}

/** The desks a rule means for an alert; none where the enterprise has no such desk. */
function desksOf(rule: DeskRule, profile: Profile, alert: Routed, on: string): readonly Desk[] {
  switch (rule.to) {
    case "regulators":
      return alert.subjectKind === "place"
        ? []
        : regulatorsOf(profile, { ...alert, ownership: null }, on).map(department);
    case "owner":
      return ownersOf(profile, alert, on).map(department);
    case "region":
      return alert.region === null || alert.region === profile.place ? [] : [{ kind: "region", code: alert.region }];
    case "park":
      return isPark(profile, alert.region) ? [department(rule.department)] : [];
    case "specialist":
      return alert.specialist === null ? [] : [{ kind: "specialist", code: alert.specialist }];
    case "department":
      return [department(rule.department)];
  }
}

const department = (code: string): Desk => ({ kind: "department", code });

const ownersOf = (profile: Profile, { ownership }: Routed, on: string): readonly string[] => {
  const owners = new Set(profile.regulations.filter((r) => r.ownership !== undefined).map((r) => r.department));
  return regulatorsOf(profile, { industry: null, ownership }, on).filter((code) => owners.has(code));
};

const isPark = (profile: Profile, region: string | null): boolean =>
  profile.regions.some(({ code, kind }) => code === region && kind === "park");
