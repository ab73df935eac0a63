import { z } from "zod";
import { CRITICALITIES, STEPS, type StepKind } from "../../../models/case/step.ts";
import { text } from "../../../models/text.ts";
import { caseNumbered } from "../../db/case.ts";
import { nameOf } from "../alerts/name-of.ts";
import { keyOf } from "../answers/units.ts";
import { given } from "../given.ts";
import type { WebOptions } from "../options.ts";
import { deed } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { MAYBE_DAY_SENT, MAYBE_PERSONS_SENT } from "../sent.ts";
import { notFound } from "../shell/problems.ts";
import { STEP_RIGHTS } from "./case-forms.ts";
import { ONE } from "./case-params.ts";

/** The steps of a case, each below the right it takes. */
export const stepRoutes = (options: WebOptions): readonly Route[] =>
  STEP_RIGHTS.flatMap((one) => routesOf(options, one));

const words = z.string().trim().max(500).optional();
const code = z.string().max(64);

const partsSent = (kinds: readonly StepKind[]) => ({
  kind: z.enum(kinds),
  ...{ note: words, person: words, measure: code.optional(), outcome: code.optional() },
  ...{ on: MAYBE_DAY_SENT, due: MAYBE_DAY_SENT, kept: MAYBE_PERSONS_SENT },
  criticality: z.enum(CRITICALITIES).optional(),
  // A form with one box ticked sends a word, with several a list.
  difficulties: z.union([code.transform((one) => [one]), z.array(code).max(50)]).optional(),
  intervened: z.enum(["yes", "no"]).optional(),
});

const routesOf = ({ desk }: WebOptions, { way, right, kinds }: (typeof STEP_RIGHTS)[number]): readonly Route[] =>
  deed({
    ...{ path: `/enterprises/:code/cases/:number/${way}`, rule: { right, over: "enterprise" } },
    input: takes({ params: ONE, body: partsSent(kinds) }),
    answers: z.strictObject({ number: z.string(), kind: keyOf(STEPS) }),
    name: text(`处置步骤（${way}）`, `Case step (${way})`),
    work: async (asked) => {
      const { code, number } = asked.input.params;
      const { kind, csrf: _csrf, intervened, on, due, kept, ...rest } = asked.input.body;
      const helped = intervened === undefined ? undefined : intervened === "yes";
      const dates = { on: on ?? undefined, due: due ?? undefined, kept: kept ?? undefined };
      const written = given({ ...rest, ...dates, intervened: helped });
      await asked.change({ action: `case-${kind}`, subject: `case:${number}`, detail: written }, async (tx) => {
        if ((await caseNumbered(tx, number))?.enterprise !== code) throw notFound(); // its rights were asked of this code
        await desk.step(tx, number, { kind, actor: nameOf(asked), ...written });
      });
      return { number, kind };
    },
    back: ({ input: { params } }) => `/enterprises/${encodeURIComponent(params.code)}/cases/${params.number}`,
  });
