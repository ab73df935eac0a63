import { z } from "zod";
import { PAUSE_KINDS, type PauseKind, pauseStanding } from "../../../models/alert/pause.ts";
import { dayOf } from "../../../models/instant.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { text } from "../../../models/text.ts";
import type { Db } from "../../db/db.ts";
import { pauseById } from "../../db/pause.ts";
import { enterpriseSubject } from "../../db/scope/enterprise-scope.ts";
import { countPauses, isPauseInReach, pausesInReach } from "../../db/scope/pauses-in-reach.ts";
import { nameOf } from "../alerts/name-of.ts";
import { type Asked, personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { deed, pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { DAY_SENT } from "../sent.ts";
import { notFound, refused, unknownCursor } from "../shell/problems.ts";
import { PAUSED, PAUSES, type PausesView } from "./pause-answer.ts";
import { pausePage } from "./pause-page.ts";
import { PAUSES_NAME } from "./pauses-link.ts";

const RULE = { right: "pause-alerts", over: "reach" } as const;
const PAGE = 50;
const words = z.string().trim().min(1).max(500);
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const ADD = takes({
  body: {
    ...{ kind: z.enum(PAUSE_KINDS), subject: z.string().trim().max(64).default("") },
    ...{ from: DAY_SENT, until: DAY_SENT, reason: words },
  },
});

const LIST = takes({
  query: {
    enterprise: z.string().max(64).optional(),
    after: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  },
});

/** Stretches without messages, announced ahead, by the functions of `wengang pause`. */
export const pauseRoutes = ({ desk, profile }: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/pauses", name: PAUSES_NAME, rule: RULE, answers: PAUSES },
    ...{ input: LIST, view: pausesView },
    page: (asked, view) => pausePage(asked, view, profile),
  }),
  ...deed({
    ...{ path: "/pauses", name: text("登记停提醒安排", "Announce a pause"), rule: RULE, input: ADD, answers: PAUSED },
    work: async (asked) => {
      const { kind, from, until, reason, ...sent } = asked.input.body;
      const subject = kind === "place" ? profile.place : sent.subject;
      const note = { action: "pause-add" as const, subject: `${kind}:${subject}`, detail: { from, until, reason } };
      return asked.change(note, async (tx) => {
        await refuseBeyond(asked, tx, kind, subject);
        const pause = { subjectKind: kind, subject, from, until, reason, actor: nameOf(asked) };
        return { id: await desk.pause(tx, pause) };
      });
    },
    back: () => "/pauses",
  }),
  ...deed({
    ...{ path: "/pauses/:id/end", name: text("提前结束停提醒", "End a pause"), rule: RULE, answers: PAUSED },
    input: takes({ params: { id }, body: { reason: words } }),
    work: async (asked) => {
      const { id } = asked.input.params;
      const { reason } = asked.input.body;
      await asked.change({ action: "pause-end", subject: `pause:${id}`, detail: { reason } }, async (tx) => {
        const pause = await pauseById(tx, id);
        if (!pause) throw notFound();
        await refuseBeyond(asked, tx, pause.subjectKind, pause.subject);
        await desk.endPause(tx, id, { reason, actor: nameOf(asked) });
      });
      return { id };
    },
    back: () => "/pauses",
  }),
];

/** Pauses within reach, those that are not over first, a page at a time. */
const pausesView = (asked: Asked<z.infer<typeof LIST>>): Promise<PausesView> =>
  asked.read(async (tx, reach) => {
    const today = dayOf(asked.now);
    const after = asked.input.query.after === undefined ? null : Number(asked.input.query.after);
    if (after !== null && !(await isPauseInReach(tx, reach, after))) throw unknownCursor();
    const found = await pausesInReach(tx, reach, { day: today, after, size: PAGE + 1 });
    const shown = found.slice(0, PAGE);
    return {
      ...(await countPauses(tx, reach, today)),
      pauses: shown.map((one) => ({ ...one, standing: pauseStanding(one, one.end !== null, today) })),
      next: found.length > PAGE ? String(shown.at(-1)!.id) : null,
    };
  });

/** An enterprise of others is as if it were not there; what silences everybody takes the whole place. */
async function refuseBeyond(asked: Asked<unknown>, tx: Db, kind: PauseKind, code: string): Promise<void> {
  const subject = kind === "enterprise" ? await enterpriseSubject(tx, code) : PLACE;
  if (!subject) throw notFound();
  const decision = may(personOf(asked), "pause-alerts", subject);
  if (decision.allowed) return;
  throw subject.kind === "place" ? refused(decision.reason) : notFound();
}
