import type { Pause } from "../../models/alert/pause.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";
import { endPause, keepPause } from "../../src/db/pause.ts";
import type { Acting } from "./act.ts";

/** Announces a stretch without messages; whom it is about must be known, or it would silence nobody and say so to no one. */
export async function addPause(db: Db, pause: Omit<Pause, "id">, { profile, clock }: Acting): Promise<number> {
  if (pause.until < pause.from) throw backwards(pause);
  if (!(await isKnown(db, pause, profile))) throw noSubject(pause);
  return keepPause(db, pause, new Date(clock()).toISOString());
}

interface End {
  readonly reason: string;
  readonly actor: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Ends a pause before its time. */
export async function endPauseEarly(db: Db, id: number, { reason, actor, at }: End): Promise<void> {
  if (!(await endPause(db, id, reason, actor, new Date(at).toISOString()))) throw unknown(id);
}

async function isKnown(
  db: Db,
  { subjectKind, subject }: Omit<Pause, "id">,
  { industries, regions, place }: Acting["profile"],
): Promise<boolean> {
  const among = (all: readonly { readonly code: string }[]) => all.some(({ code }) => code === subject);
  if (subjectKind === "place") return subject === place;
  if (subjectKind === "industry") return among(industries);
  if (subjectKind === "region") return among(regions);
  return (await enterpriseIdsOf(db, [subject])).has(subject);
}

const noSubject = ({ subject }: Omit<Pause, "id">): Problem =>
  new Problem(
    "no-data",
    "pause-subject-unknown",
    text(`没有代码为“${subject}”的对象。`, `There is nothing of the code "${subject}".`),
    text("请核对企业、行业或区划代码。", "Check the code of the enterprise, industry or region."),
  );

const backwards = ({ from, until }: { readonly from: string; readonly until: string }): Problem =>
  new Problem(
    "usage",
    "pause-backwards",
    text(`结束日期 ${until} 早于开始日期 ${from}。`, `The last day ${until} is before the first, ${from}.`),
    text("请交换或改正日期。", "Swap or correct the days."),
  );

const unknown = (id: number): Problem =>
  new Problem(
    "no-data",
    "pause-unknown",
    text(`没有编号为 ${id} 的停提醒安排，或已结束。`, `There is no pause ${id}, or it has ended.`),
    text("请查看停提醒安排列表。", "See the list of pauses."),
  );
