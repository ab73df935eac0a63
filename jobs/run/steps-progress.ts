import type { Output } from "../output.ts";
import { type Progress, progressLine } from "../progress.ts";
import type { MonthsProgress } from "./in-order.ts";
import { STEPS } from "./month-run.ts";

const CLEAR = "\r\x1b[2K";

/**
 * A plain line for each step that ends, and on a terminal one bar below them over the steps of all months, with rate and
 * time left. A month that had nothing to do counts as done.
 */
export function showSteps(output: Output, clock: () => number): MonthsProgress {
  const began = clock();
  let label = "";
  let stepBegan = began;
  let monthsDone = 0;
  let [done, total] = [0, 0];
  const draw = () => output.isTTY && output.write(`${CLEAR}${progressLine(label, done, total, clock() - began)}`);
  const write = (line: string) => {
    const text = `${output.isTTY ? CLEAR : ""}${line}`;
    if (text !== "") output.write(text);
  };
  return {
    months: (more) => {
      total += more * STEPS.length;
    },
    monthDone: () => {
      done = ++monthsDone * STEPS.length;
    },
    ended: () => write(""),
    start: (next) => {
      label = next;
      stepBegan = clock();
      draw();
    },
    advance: () => {},
    finish: (summary) => {
      done++;
      write(`${label}  ${summary}  ${((clock() - stepBegan) / 1000).toFixed(1)} s\n`);
      draw();
    },
  };
}

/** Where nobody watches a bar: the lines of the steps alone. */
export const plainMonths = (progress: Progress): MonthsProgress => ({
  ...progress,
  months: () => {},
  monthDone: () => {},
  ended: () => {},
});
