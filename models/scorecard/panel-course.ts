import type { Course } from "../judging/outcome.ts";
import { GAP, type Panel } from "../panel.ts";

/**
 * What became of the enterprises of a panel up to its month, as known in its run. An enterprise that is closed has been since
 * the month after its last report. The change in the month of a registered transfer, code change or merger is one of transfer.
 */
export function panelCourse(panel: Panel): Course {
  const { headcount, width, size, closed, month, transferredMonth } = panel;
  const transferred = new Int32Array(size * width);
  const closedFrom = new Int32Array(size).fill(GAP);
  for (let row = 0; row < size; row++) {
    if (closed[row] === 1) closedFrom[row] = afterLastReport(headcount, row, width);
    const column = transferredMonth[row] === GAP ? -1 : transferredMonth[row] - month + width - 1;
    if (column >= 1) transferred[row * width + column] = lostIn(headcount, row * width + column);
  }
  return { headcount, columns: width, transferred, closedFrom };
}

function afterLastReport(headcount: Int32Array, row: number, width: number): number {
  let column = width;
  while (column > 0 && headcount[row * width + column - 1] === GAP) column--;
  return column;
}

/** Who no longer reports has handed over everybody, who had not reported came new. */
const lostIn = (headcount: Int32Array, at: number): number =>
  Math.max(0, headcount[at - 1]) - Math.max(0, headcount[at]);
