import { z } from "zod";
import { parseMonth } from "../../../models/month.ts";
import { text } from "../../../models/text.ts";
import { correctFigure } from "../data/correct-figure.ts";
import { MOVED_UPLOAD } from "../data/upload-answer.ts";
import type { WebOptions } from "../options.ts";
import { deed } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { PERSONS_SENT } from "../sent.ts";

const INPUT = takes({
  params: { code: z.string().max(64) },
  body: {
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    headcount: PERSONS_SENT,
    reason: z.string().trim().min(1).max(500),
  },
});

/** A reviewer's correction of a month's headcount: a version beside the original, on the way that every file takes. */
export const correctRoutes = (options: WebOptions): readonly Route[] =>
  deed({
    ...{ path: "/enterprises/:code/corrections", name: text("更正用工人数", "Correct a headcount") },
    rule: { right: "review-import", over: "enterprise" },
    ...{ input: INPUT, answers: MOVED_UPLOAD },
    work: (asked) => {
      const { month, headcount, reason } = asked.input.body;
      return correctFigure(options, asked, {
        code: asked.input.params.code,
        month: parseMonth(month),
        headcount,
        reason,
      });
    },
    back: (_asked, { id }) => `/data/uploads/${id}`,
  });
