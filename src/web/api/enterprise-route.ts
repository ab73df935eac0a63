import { z } from "zod";
import { formatMonth } from "../../../models/month.ts";
import { shown } from "../../../models/rights/fields.ts";
import { may, type Subject } from "../../../models/rights/may.ts";
import { text } from "../../../models/text.ts";
import { latestRuns } from "../../db/run.ts";
import { enterpriseInReach } from "../../db/scope/enterprise-in-reach.ts";
import { enterpriseSubject } from "../../db/scope/enterprise-scope.ts";
import { personOf } from "../asked.ts";
import { type Route, route, takes } from "../route.ts";
import { notFound } from "../shell/problems.ts";

/** What is known of one enterprise, in the groups that the asker may read. */
export const enterpriseRoutes: readonly Route[] = [
  route({
    ...{ method: "get", path: "/api/enterprises/:code", kind: "api", name: text("企业", "Enterprise") },
    rule: { right: "read-enterprise", over: "enterprise" },
    input: takes({ params: { code: z.string().max(64) } }),
    handle: async (asked) => {
      const { code } = asked.input.params;
      const found = await asked.read(async (tx, reach) => {
        const run = (await latestRuns(tx)).at(-1);
        const sheet = await enterpriseInReach(tx, reach, code, run?.id ?? null);
        const subject: Subject | null = await enterpriseSubject(tx, code);
        return sheet && subject && { sheet, subject, month: run ? formatMonth(run.month) : null };
      });
      if (!found) throw notFound();
      const person = personOf(asked);
      const groups = shown({ ...found.sheet }, (action) => may(person, action, found.subject));
      return { kind: "json", body: { month: found.month, ...groups } };
    },
  }),
];
