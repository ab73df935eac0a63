import { DEADLINES } from "../../../models/case/deadlines.ts";
import { text } from "../../../models/text.ts";
import { type CalendarEntry, calendarOf } from "../../../reports/calendar.ts";
import { casesInReach, type ListedCase } from "../../db/scope/cases-in-reach.ts";
import type { Asked } from "../asked.ts";
import { owedBy } from "../cases/owed.ts";
import type { WebOptions } from "../options.ts";
import { type Route, route, takes } from "../route.ts";

const NAME = text("处置时限", "Deadlines of cases");
/** More open cases than anybody has. */
const MOST = 2000;

/** What open cases within reach still owe, as a calendar that programs read. */
export const calendarRoute = (options: WebOptions): Route =>
  route({
    ...{ method: "get", path: "/calendar.ics", kind: "file", name: NAME, gives: ["text/calendar"] },
    rule: { right: "read-cases", over: "reach" },
    input: takes(),
    handle: async (asked) => ({
      ...{ kind: "file", type: "text/calendar; charset=utf-8" },
      body: calendarOf(asked.say(NAME), await entriesOf(options, asked), new Date(asked.now).toISOString()),
    }),
  });

const entriesOf = ({ profile, origin }: WebOptions, asked: Asked<unknown>): Promise<CalendarEntry[]> =>
  asked.read(async (tx, reach) => {
    const open = await casesInReach(tx, reach, { open: true, enterprise: null }, { after: null, size: MOST });
    const owed = await owedBy(tx, open, profile);
    return open.flatMap((listed) =>
      (owed.get(listed.id) ?? []).map(({ kind, due, measure }) => ({
        uid: `${listed.number}-${kind}-${measure ?? ""}@${new URL(origin).hostname}`,
        ...{ day: due, title: `${asked.say(DEADLINES[kind])} · ${nameIn(listed)}` },
        url: `${origin}/enterprises/${encodeURIComponent(listed.enterprise)}/cases/${listed.number}`,
      })),
    );
  });

const nameIn = ({ name, enterprise, number }: ListedCase): string => `${name ?? enterprise}（${number}）`;
