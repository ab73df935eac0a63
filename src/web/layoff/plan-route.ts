import { z } from "zod";
import { dayOf } from "../../../models/instant.ts";
import { GROUNDS, GROUPS } from "../../../models/statute/art41.ts";
import { text } from "../../../models/text.ts";
import { nameOf } from "../alerts/name-of.ts";
import { keyOf } from "../answers/units.ts";
import type { WebOptions } from "../options.ts";
import { deed } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { DAY_SENT, MAYBE_DAY_SENT, MAYBE_PERSONS_SENT, PERSONS_SENT } from "../sent.ts";
import { FILED } from "./plan-answer.ts";

const groupFields = Object.fromEntries(GROUPS.map(({ code }) => [`group-${code}`, MAYBE_PERSONS_SENT] as const));
const INPUT = takes({
  params: { code: z.string().max(64) },
  body: {
    ...groupFields,
    ...{ people: PERSONS_SENT, staff: PERSONS_SENT, ground: keyOf(GROUNDS) },
    ...{ filedOn: MAYBE_DAY_SENT, explainedOn: MAYBE_DAY_SENT, startsOn: DAY_SENT },
    replaces: z
      .string()
      .regex(/^\d{0,9}$/)
      .optional(),
  },
});

/** A layoff plan that an enterprise filed: kept as it is, judged at once as an event. */
export const planRoutes = ({ desk }: WebOptions): readonly Route[] =>
  deed({
    ...{ path: "/enterprises/:code/layoff-plans", name: text("登记裁员方案", "Register a layoff plan") },
    rule: { right: "report-event", over: "enterprise" },
    ...{ input: INPUT, answers: FILED },
    work: async (asked) => {
      const { code } = asked.input.params;
      const { people, staff, ground, filedOn, explainedOn, startsOn, replaces } = asked.input.body;
      const plan = {
        ...{ enterprise: code, people, staff, ground, startsOn, explainedOn },
        filedOn: filedOn ?? dayOf(asked.now),
        groups: groupsIn(asked.input.body),
        replaces: replaces ? Number(replaces) : null,
      };
      const detail = { people, staff, ground, startsOn, filedOn: plan.filedOn, replaces: plan.replaces };
      return asked.change({ action: "layoff-plan", subject: `enterprise:${code}`, detail }, async (tx) => {
        const { id, faults } = await desk.filePlan(tx, plan, nameOf(asked));
        return { id, faults };
      });
    },
    back: ({ input }) => `/enterprises/${encodeURIComponent(input.params.code)}#plans`,
  });

const groupsIn = (sent: object): Readonly<Record<string, number>> => {
  const fields = sent as Readonly<Record<string, number | null>>;
  return Object.fromEntries(
    GROUPS.flatMap(({ code }) => {
      const people = fields[`group-${code}`];
      return people ? [[code, people]] : [];
    }),
  );
};
