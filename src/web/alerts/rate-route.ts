import { z } from "zod";
import { feedbackReason } from "../../../models/case/feedback-reason.ts";
import { text } from "../../../models/text.ts";
import { keepFeedback } from "../../db/alert-feedback.ts";
import { alertNumbered } from "../../db/alert-life.ts";
import { CODE } from "../answers/units.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { BACK, ownPath } from "../own-path.ts";
import { deed } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { notFound } from "../shell/problems.ts";
import { OF_ENTERPRISE } from "./alert-params.ts";
import { nameOf } from "./name-of.ts";

const INPUT = takes({
  params: OF_ENTERPRISE,
  body: { reason: z.string().max(40), note: z.string().trim().max(500).optional(), back: BACK },
});
type Input = z.infer<typeof INPUT>;

/** Was this alert useful? The answer counts in the scorecard. */
export const rateRoutes = ({ profile }: WebOptions): readonly Route[] =>
  deed({
    ...{ path: "/enterprises/:code/alerts/:number/useful", name: text("评价预警", "Rate the alert") },
    rule: { right: "rate-alert", over: "enterprise" },
    input: INPUT,
    answers: z.strictObject({ number: z.string(), useful: z.boolean(), reason: CODE }),
    work: async (asked: Asked<Input>) => {
      const { code, number } = asked.input.params;
      const { reason, note } = asked.input.body;
      const { useful } = feedbackReason(profile.casework.feedback, reason);
      await asked.change({ action: "alert-useful", subject: `alert:${number}`, detail: { reason } }, async (tx) => {
        const alert = await alertNumbered(tx, number);
        if (alert?.subject !== code) throw notFound(); // its rights were asked of this code
        const at = new Date(asked.now).toISOString();
        await keepFeedback(tx, { alert: alert.id, actor: nameOf(asked), at, useful, reason, note: note || null });
      });
      return { number, useful, reason };
    },
    back: ({ input: { params, body } }) => ownPath(body.back, `/enterprises/${encodeURIComponent(params.code)}`),
  });
