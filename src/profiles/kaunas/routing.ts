import type { Routing } from "../../../models/routing/route.ts";
import { text } from "../../../models/text.ts";
import { chosen, origin } from "../threshold.ts";

const OURS = origin("convention", "默认值", "a default");
const DAYS = text("默认值", "a default");

/** Kaunas has one administration and one employment service: everything goes to both. */
export const routing: Routing = {
  routes: [
    {
      id: "all",
      name: text("全部预警", "Every alert"),
      when: {},
      desks: [{ to: "regulators" }, { to: "department", department: "employment-service" }],
      origin: OURS,
    },
  ],
  escalations: [],
  atOnce: ["red"],
  dailyAt: "09:00",
  fallback: "employment-service",
  analysts: "employment-service",
  firstVisit: chosen(7, "days", DAYS),
};
