import { OUTCOMES } from "../alert/outcome.ts";
import { type Text, text } from "../text.ts";
import type { Case } from "./case.ts";

/** How far a case is. */
export function explainStage({ state, outcome, contactedOn, visitedOn, measures }: Case): Text {
  if (state === "closed") return text(`已结案（${OUTCOMES[outcome!].zh}）`, `closed (${OUTCOMES[outcome!].en})`);
  if (measures.length > 0) {
    const done = measures.filter(({ doneOn }) => doneOn !== null).length;
    return text(`措施 ${done}/${measures.length} 已落实`, `${done} of ${measures.length} measures carried out`);
  }
  if (visitedOn !== null) return text(`已走访（${visitedOn}）`, `visited (${visitedOn})`);
  if (contactedOn !== null) return text(`已联系（${contactedOn}）`, `contacted (${contactedOn})`);
  return text("待联系", "to be contacted");
}
