import { type Html, html } from "./markup.ts";

const WIDTH = 104;
const HEIGHT = 24;
const EDGE = 3;

/**
 * A small line without axes beside the numbers it belongs to: shape alone, from its own least to its own greatest value. Gaps
 * stay open; the newest value carries a dot. `says` is what it tells those who do not see it.
 */
export function spark(values: readonly (number | null)[], says: string): Html | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (i: number) => EDGE + (i * (WIDTH - 2 * EDGE)) / (values.length - 1);
  const y = (value: number) =>
    most === least ? HEIGHT / 2 : EDGE + ((most - value) * (HEIGHT - 2 * EDGE)) / (most - least);
  const points = values.map((value, i) => (value === null ? null : `${x(i).toFixed(1)},${y(value).toFixed(1)}`));
  const last = values.at(-1);
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${says}">${stretches(
    points,
  ).map(
    (line) => html`<polyline points="${line.join(" ")}"/>`,
  )}${last == null ? null : html`<circle cx="${x(values.length - 1).toFixed(1)}" cy="${y(last).toFixed(1)}" r="2.5"/>`}</svg>`;
}

/** Runs of neighbouring points. */
function stretches(points: readonly (string | null)[]): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)!.push(point);
  }
  return runs.filter((run) => run.length > 1);
}
