import { z } from "zod";
import { REPORT_KINDS } from "../../../models/report-kind.ts";
import { scopeOfKey } from "../../../models/report-scope.ts";
import { text } from "../../../models/text.ts";
import { personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { deed } from "../pair.ts";
import { FILE_FORMATS } from "../report-desk.ts";
import { type Route, takes } from "../route.ts";
import { SUBSCRIBED } from "./recipient-answer.ts";

const RULE = { right: "manage-routes", over: "place" } as const;
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const one = z.enum(FILE_FORMATS);
const ADD = takes({
  body: {
    ...{ recipient: id, kind: z.enum(REPORT_KINDS) },
    scope: z
      .string()
      .regex(/^((department|region):[\w-]{1,40})?$/)
      .optional(),
    // A form with one box ticked sends a word, with several a list.
    format: z.union([one.transform((format) => [format]), z.array(one).min(1).max(FILE_FORMATS.length)]),
  },
});

/** Begins and ends what a recipient is sent whenever a report is issued, by the functions of `wengang report subscribe`. */
export const subscriptionRoutes = ({ reports }: WebOptions): readonly Route[] => [
  ...deed({
    ...{ path: "/subscriptions", name: text("添加报告订阅", "Subscribe a recipient to a report"), rule: RULE },
    ...{ input: ADD, answers: SUBSCRIBED },
    work: async (asked) => {
      const { recipient, kind, scope = "", format: formats } = asked.input.body;
      const by = { actor: personOf(asked).account, at: new Date(asked.now).toISOString() };
      const detail = { kind, scope, formats };
      return asked.change({ action: "report-subscribe", subject: `recipient:${recipient}`, detail }, async (tx) => {
        const { id } = await reports.subscribe(tx, { recipient, kind, scope: scopeOfKey(scope), formats }, by);
        return { id };
      });
    },
    back: () => BACK,
  }),
  ...deed({
    ...{ path: "/subscriptions/:id/end", name: text("退订报告", "End a subscription"), rule: RULE },
    ...{ input: takes({ params: { id } }), answers: SUBSCRIBED },
    work: async (asked) => {
      const { id } = asked.input.params;
      const at = new Date(asked.now).toISOString();
      await asked.change({ action: "report-unsubscribe", subject: `subscription:${id}` }, (tx) =>
        reports.unsubscribe(tx, id, at),
      );
      return { id };
    },
    back: () => BACK,
  }),
];

const BACK = "/recipients#subscriptions";
