import type { Profile } from "../profile.ts";
import { type Text, text } from "../text.ts";
import { deskName } from "./desk-name.ts";
import type { Route } from "./route.ts";

/** Why a desk is told, from the id of the route that led to it; the id itself where the profile has no such route any more. */
export function routeName(id: string, profile: Profile): Text {
  if (id === "fallback") return text("没有其他单位可派", "no other desk");
  if (id.startsWith("escalation:")) return text("逾期未签收，升级通知", "escalated: not acknowledged in time");
  if (id.startsWith(INSTEAD)) {
    const desk = deskName(id.slice(INSTEAD.length), profile);
    return text(`代${desk.zh}接收`, `instead of ${desk.en}`);
  }
  return routeNamed(profile.routing.routes, id)?.name ?? text(id, id);
}

const INSTEAD = "instead-of:";

function routeNamed(routes: readonly Route[], id: string): Route | null {
  for (const route of routes) {
    const found = route.id === id ? route : routeNamed(route.routes ?? [], id);
    if (found) return found;
  }
  return null;
}
