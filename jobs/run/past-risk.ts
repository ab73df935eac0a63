import { LARGE_REDUCTION } from "../../models/judging/event-definition.ts";
import { JUDGED_FROM } from "../../models/judging/judged-from.ts";
import type { JudgedRows } from "../../models/judging/judgement.ts";
import type { TruthEvent } from "../../models/judging/lead-time.ts";
import { type Course, outcomesOf } from "../../models/judging/outcome.ts";
import type { Panel } from "../../models/panel.ts";
import { knownCases } from "../../models/replay/happened.ts";
import { type EarlierRun, foretoldIn } from "../../src/db/scorecard.ts";
import type { StepContext } from "./step.ts";

interface Came {
  readonly panel: Panel;
  readonly course: Course;
  readonly events: readonly TruthEvent[];
}

/**
 * The risk that earlier runs stored beside what came, of enterprises of which the desk did not know; null when there is none.
 * Only what the model in use said: another one's calibration is its own.
 */
export async function pastRisk({ tx, run, model }: StepContext, runs: readonly EarlierRun[], came: Came) {
  const own = runs.filter((earlier) => earlier.model === run.model);
  const risk: number[] = [];
  const [enterprise, month, size, outcome]: number[][] = [[], [], [], []];
  for (const earlier of own) {
    const said = await foretoldIn(tx, earlier.id);
    const risks = new Map(said.enterprise.map((id, i) => [id, said.risk[i]!]));
    const column = earlier.month - came.panel.month + came.panel.width - 1;
    const outcomes = outcomesOf(came.course, column, LARGE_REDUCTION);
    for (const [row, id] of came.panel.enterprise.entries()) {
      const [persons, foretold] = [came.course.headcount[row * came.course.columns + column]!, risks.get(id)];
      if (persons < JUDGED_FROM.value || foretold === undefined) continue;
      risk.push(foretold);
      enterprise!.push(id);
      month!.push(earlier.month);
      size!.push(persons);
      outcome!.push(outcomes[row]!);
    }
  }
  if (risk.length === 0) return null;
  const rows: JudgedRows = {
    ...{ enterprise: Int32Array.from(enterprise!), month: Int32Array.from(month!) },
    ...{ size: Int32Array.from(size!), outcome: Int8Array.from(outcome!) },
  };
  const known = knownCases(rows, came.events, new Uint8Array(risk.length), LARGE_REDUCTION);
  const unknown = rows.outcome.map((one, i) => (known[i] === 1 ? -1 : one));
  const isProbability = model.model.kind === "trained";
  return { rows: { ...rows, outcome: unknown }, risk: Float64Array.from(risk), isProbability };
}
