import { widthOf } from "../column-shares.ts";

/**
 * A Chinese head that its column does not hold on one line, in lines as long as one another: LibreOffice and Word fill the
 * first and leave one character for the last. `room` is how many characters stand on a line.
 */
export function headLines(head: string, room: number): readonly string[] {
  const characters = [...head];
  const lines = Math.ceil(widthOf(head) / Math.max(1, room));
  if (lines < 2 || !/^\p{Script=Han}+$/u.test(head)) return [head];
  const each = Math.ceil(characters.length / lines);
  return Array.from({ length: Math.ceil(characters.length / each) }, (_, i) =>
    characters.slice(i * each, (i + 1) * each).join(""),
  );
}
