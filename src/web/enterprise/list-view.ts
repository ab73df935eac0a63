import { z } from "zod";
import { formatMonth } from "../../../models/month.ts";
import { reachOf } from "../../../models/rights/reach.ts";
import { countInReach, enterprisesInReach, isInReach } from "../../db/scope/enterprises-in-reach.ts";
import { type Asked, personOf } from "../asked.ts";
import { takes } from "../route.ts";
import { unknownCursor } from "../shell/problems.ts";
import type { ListView } from "./list-answer.ts";

export const LIST_INPUT = takes({
  query: { q: z.string().trim().max(500).optional(), after: z.string().max(64).optional() },
});

export type ListInput = z.infer<typeof LIST_INPUT>;

export const PAGE = 50;

/** The enterprises that are one's own, looked for as asked, a page at a time. */
export const listView = (asked: Asked<ListInput>): Promise<ListView> =>
  asked.read(async (tx, reach) => {
    const { q, after } = asked.input.query;
    const sought = q || null;
    if (after && !(await isInReach(tx, reach, after))) throw unknownCursor();
    const alerts = reachOf(personOf(asked), "read-alerts");
    // One more than is shown, which tells whether there is a next page.
    const found = await enterprisesInReach(tx, reach, alerts, sought, { after: after || null, size: PAGE + 1 });
    const shown = found.slice(0, PAGE);
    return {
      total: await countInReach(tx, reach, sought),
      enterprises: shown.map((one) => ({ ...one, month: one.month === null ? null : formatMonth(one.month) })),
      next: found.length > PAGE ? shown.at(-1)!.code : null,
    };
  });
