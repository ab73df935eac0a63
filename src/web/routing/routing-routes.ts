import type { Profile } from "../../../models/profile.ts";
import type { Route as RoutingRoute } from "../../../models/routing/route.ts";
import { deskRuleWords, whenWords } from "../../../models/routing/route-words.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { ROUTING, type RoutingView } from "./routing-answer.ts";
import { ROUTING_NAME, routingPage } from "./routing-page.ts";

/** Who is told of what: for all who read alerts, so that "why me" and "why not me" have an answer. */
export const routingRoutes = ({ profile }: WebOptions): readonly Route[] =>
  pair({
    ...{ path: "/routes", name: ROUTING_NAME, rule: { right: "read-alerts", over: "reach" } },
    ...{ input: takes(), answers: ROUTING },
    view: async () => routingOf(profile),
    page: (asked, view) => routingPage(asked, view, profile),
  });

function routingOf(profile: Profile): RoutingView {
  const { routes, escalations, atOnce, dailyAt, fallback } = profile.routing;
  return {
    routes: flat(routes, null, profile),
    escalations: escalations.map(({ level, after, department }) => ({
      ...{ level, after: after.value, department, because: after.origin.note },
    })),
    ...{ atOnce, dailyAt, fallback },
  };
}

/** Each route before those below it. */
const flat = (routes: readonly RoutingRoute[], parent: string | null, profile: Profile): RoutingView["routes"] =>
  routes.flatMap((route) => [
    {
      ...{ id: route.id, parent, name: route.name, when: whenWords(route, profile) },
      to: route.desks.map((rule) => deskRuleWords(rule, profile)),
      because: route.origin.note,
    },
    ...flat(route.routes ?? [], route.id, profile),
  ]);
