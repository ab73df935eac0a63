import { z } from "zod";
import { text } from "../../../models/text.ts";
import { nameOf } from "../alerts/name-of.ts";
import { COUNT } from "../answers/units.ts";
import { given } from "../given.ts";
import type { WebOptions } from "../options.ts";
import { deed } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { DAY_SENT, MAYBE_PERSONS_SENT } from "../sent.ts";

const INPUT = takes({
  params: { code: z.string().max(64) },
  body: {
    kind: z.string().max(64),
    on: DAY_SENT,
    people: MAYBE_PERSONS_SENT,
    note: z.string().trim().max(500).optional(),
  },
});
/** What judging it did, in numbers. */
const JUDGED = z.record(z.string(), COUNT);

/** An event reported of an enterprise: taken in like any delivery, judged at once. */
export const eventRoutes = ({ desk }: WebOptions): readonly Route[] =>
  deed({
    ...{ path: "/enterprises/:code/events", name: text("报送动态", "Report an event") },
    rule: { right: "report-event", over: "enterprise" },
    ...{ input: INPUT, answers: JUDGED },
    work: async (asked) => {
      const { code } = asked.input.params;
      const { kind, on, people, note } = asked.input.body;
      const event = { enterprise: code, kind, on, people, note: note || null };
      const detail = given({ kind, on, note });
      return asked.change({ action: "event-report", subject: `enterprise:${code}`, detail }, (tx) =>
        desk.report(tx, event, nameOf(asked)),
      );
    },
    back: ({ input }) => `/enterprises/${encodeURIComponent(input.params.code)}`,
  });
