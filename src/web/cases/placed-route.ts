import { z } from "zod";
import { dayOf } from "../../../models/instant.ts";
import { text } from "../../../models/text.ts";
import { caseNumbered } from "../../db/case.ts";
import { nameOf } from "../alerts/name-of.ts";
import { CODE, DAY } from "../answers/units.ts";
import type { WebOptions } from "../options.ts";
import { deed } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { MAYBE_DAY_SENT, MAYBE_PERSONS_SENT, PERSONS_SENT } from "../sent.ts";
import { notFound } from "../shell/problems.ts";
import { ONE } from "./case-params.ts";

const INPUT = takes({
  params: ONE,
  body: {
    ...{ group: z.string().max(40).default("all"), on: MAYBE_DAY_SENT, dismissed: PERSONS_SENT },
    ...{ benefit: MAYBE_PERSONS_SENT, offered: MAYBE_PERSONS_SENT, trained: MAYBE_PERSONS_SENT },
    ...{ placed1: MAYBE_PERSONS_SENT, placed3: MAYBE_PERSONS_SENT, placed6: MAYBE_PERSONS_SENT },
  },
});

/** How many of those dismissed are in work again, counted by group and day; numbers, never people. */
export const placedRoutes = ({ desk }: WebOptions): readonly Route[] =>
  deed({
    ...{ path: "/enterprises/:code/cases/:number/placed", name: text("登记再就业人数", "Count those in work again") },
    ...{ rule: { right: "case-step", over: "enterprise" }, input: INPUT },
    answers: z.strictObject({ group: CODE, on: DAY }),
    work: async (asked) => {
      const { code, number } = asked.input.params;
      const { csrf: _csrf, on: day, benefit, offered, trained, ...rest } = asked.input.body;
      const row = { ...rest, benefit: benefit ?? 0, offered: offered ?? 0, trained: trained ?? 0 };
      const on = day ?? dayOf(asked.now);
      await asked.change({ action: "case-placed", subject: `case:${number}`, detail: { on, ...row } }, async (tx) => {
        if ((await caseNumbered(tx, number))?.enterprise !== code) throw notFound(); // its rights were asked of this code
        await desk.countPlaced(tx, { enterprise: code, on, row }, nameOf(asked));
      });
      return { group: row.group, on };
    },
    back: ({ input: { params } }) => `/enterprises/${encodeURIComponent(params.code)}/cases/${params.number}#placed`,
  });
