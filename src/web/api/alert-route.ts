import { formatMonth } from "../../../models/month.ts";
import { may } from "../../../models/rights/may.ts";
import { text } from "../../../models/text.ts";
import { latestRuns } from "../../db/run.ts";
import { alertsInReach, type OpenAlert } from "../../db/scope/alerts-in-reach.ts";
import { type Asked, personOf } from "../asked.ts";
import { type Route, route, takes } from "../route.ts";

/** The open alerts of the newest month that are one's own, as the overview, the inbox and programs read them. */
export const alertRoutes: readonly Route[] = [
  route({
    ...{ method: "get", path: "/api/alerts", kind: "api", name: text("预警", "Alerts") },
    rule: { right: "read-alerts", over: "reach" },
    input: takes(),
    handle: async (asked) => {
      const body = await asked.read(async (tx, reach) => {
        const run = (await latestRuns(tx)).at(-1);
        if (!run) return { month: null, alerts: [] };
        const alerts = await alertsInReach(tx, reach, run.id);
        return { month: formatMonth(run.month), alerts: alerts.map((alert) => told(asked, alert)) };
      });
      return { kind: "json", body };
    },
  }),
];

/** Who keeps the enterprise is told to those who may read cases. */
function told(asked: Asked<unknown>, alert: OpenAlert) {
  const { code, level, openedMonth, explanation, departments, region, specialist } = alert;
  const subject = { kind: "enterprise", departments, region, specialist } as const;
  const mayKnow = may(personOf(asked), "read-cases", subject).allowed;
  const shown = {
    code,
    level,
    openedMonth: formatMonth(openedMonth),
    explanation: asked.say(explanation),
    departments,
    region,
  };
  return mayKnow ? { ...shown, specialist } : shown;
}
