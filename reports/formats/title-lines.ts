/**
 * A title in as few lines as `most` characters a line allow, of nearly equal length and never with a line of one or two
 * characters (GB/T 9704: 梯形或菱形). Breaks stand at a space or after punctuation where one is near, and never inside a
 * Latin word or a number.
 */
export function titleLines(title: string, most: number): readonly string[] {
  const parts = title.match(/[A-Za-z0-9.,%:'’()-]+\s*|[^\S\n]+|[\s\S]/gu) ?? [];
  const width = parts.reduce((sum, part) => sum + widthOf(part), 0);
  const lines = Math.ceil(width / most);
  if (lines <= 1) return [title];
  return fill(parts, width / lines, most);
}

/** A Chinese character is 1 wide, a Latin one about a half. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c.codePointAt(0)! < 0x2000 ? 0.5 : 1), 0);

const CLOSING = /^[，。、；：！？）》〉」』】〕”’%]/u;
const OPENING = /[（《〈「『【〔“‘]$/u;

function fill(parts: readonly string[], wanted: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    const over = widthOf(line + part);
    const mayBreak = line !== "" && !CLOSING.test(part) && !OPENING.test(line);
    if (mayBreak && (over > most || widthOf(line) >= wanted - 0.5)) {
      lines.push(line.trim());
      line = "";
    }
    line += part;
  }
  return [...lines, line.trim()];
}
