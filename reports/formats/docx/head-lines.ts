import { widthOf } from "../column-shares.ts";

/**
 * A Chinese head that its column does not hold on one line, in lines about as long as one another: LibreOffice and Word fill
 * the first and leave one character for the last. `room` is how many characters stand on a line. What is no Chinese stays
 * whole ("80%"); words between blanks are left to the program.
 */
export function headLines(head: string, room: number): readonly string[] {
  const lines = Math.ceil(widthOf(head) / Math.max(1, room));
  if (lines < 2 || !/\p{Script=Han}/u.test(head) || /\s/.test(head)) return [head];
  const most = Math.ceil(widthOf(head) / lines);
  const broken: string[] = [];
  for (const part of head.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu)!) {
    const line = broken.at(-1);
    if (line !== undefined && widthOf(line + part) <= most) broken[broken.length - 1] = line + part;
    else broken.push(part);
  }
  return broken;
}
