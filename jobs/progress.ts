import type { Output } from "./output.ts";

/** Tells a person how far a long step is. On a terminal one line that moves; elsewhere a plain line at its end. */
export interface Progress {
  start(label: string, total?: number): void;
  advance(by: number): void;
  finish(summary: string): void;
}

const REFRESH_MS = 100;
const BAR_CELLS = 24;

/** Writes to standard error, so that standard output stays results only. */
export function showProgress(output: Output, clock: () => number): Progress {
  let label = "";
  let total = 0;
  let done = 0;
  let began = 0;
  let shown = 0;
  const clear = () => output.isTTY && output.write("\r\x1b[2K");
  return {
    start: (nextLabel, nextTotal = 0) => {
      label = nextLabel;
      total = nextTotal;
      done = 0;
      began = shown = clock();
    },
    advance: (by) => {
      done += by;
      if (!output.isTTY || clock() - shown < REFRESH_MS) return;
      shown = clock();
      output.write(`\r\x1b[2K${progressLine(label, done, total, shown - began)}`);
    },
    finish: (summary) => {
      clear();
      output.write(`${label}  ${summary}  ${seconds(clock() - began)}\n`);
    },
  };
}

export const noProgress: Progress = { start: () => {}, advance: () => {}, finish: () => {} };

/** "导入 ███░░ 40 % 12,000/30,000 · 5,000/s · 4 s". Without a total there is no bar and no time left. */
export function progressLine(label: string, done: number, total: number, milliseconds: number): string {
  const rate = milliseconds > 0 ? (done / milliseconds) * 1000 : 0;
  const speed = `${whole(rate)}/s`;
  if (total <= 0) return `${label}  ${whole(done)}  ${speed}`;
  const share = Math.min(done / total, 1);
  const filled = Math.round(share * BAR_CELLS);
  const left = rate > 0 ? seconds(((total - done) / rate) * 1000) : "…";
  return `${label}  ${"█".repeat(filled)}${"░".repeat(BAR_CELLS - filled)} ${Math.round(share * 100)}%  ${whole(done)}/${whole(total)}  ${speed}  ← ${left}`;
}

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");

const seconds = (milliseconds: number): string => `${(Math.max(milliseconds, 0) / 1000).toFixed(1)} s`;
