import { stagesFor } from "../../../models/acceptance.ts";
import { formatMonth } from "../../../models/month.ts";
import { uploadById } from "../../db/upload.ts";
import { type Asked, personOf } from "../asked.ts";
import type { FigureCorrection } from "../intake-desk.ts";
import type { WebOptions } from "../options.ts";
import { handOn, keepOnce } from "./hand-on.ts";

/**
 * Keeps a reviewer's correction of a month beside what was reported, and hands it on as a file of one row: it counts once it is
 * accepted like any other, so that nobody changes a figure alone where the place wants two.
 */
export async function correctFigure(
  { profile, intake }: Pick<WebOptions, "profile" | "intake">,
  asked: Asked<unknown>,
  figure: FigureCorrection,
) {
  const person = personOf(asked);
  const { checked, before } = await intake.correction(figure, person);
  const { code, headcount, reason } = figure;
  const month = formatMonth(figure.month);
  const stages = stagesFor(profile.acceptance, checked.wholePlace);
  const detail = { month, before, headcount, reason };
  return asked.change({ action: "headcount-correct", subject: `enterprise:${code}`, detail }, async (tx) => {
    const upload = (await uploadById(tx, await keepOnce(tx, checked, asked.now)))!;
    if (upload.state !== "checked") return { id: upload.id, state: upload.state, batch: upload.batch };
    const note = `${month}：${before} → ${headcount}。${reason}`;
    return handOn(tx, { intake, stages }, upload, { by: person.id, now: asked.now, note });
  });
}
