import { exact, NO_SAMPLE, percent, signed } from "../number.ts";
import type { Cell, NumberForm, Run } from "./document.ts";

/** Words, one or several lines; a line is a string or runs. */
export const words = (...lines: readonly (string | readonly Run[])[]): Cell => ({
  lines: lines.map((line) => (typeof line === "string" ? [{ text: line }] : line)),
});

/** Persons, enterprises, months: "1,234"; null prints as `absent`. */
export const count = (value: number | null, absent = NO_SAMPLE): Cell =>
  numberCell(value, { kind: "count", digits: value === null || Number.isInteger(value) ? 0 : 1 }, absent);

/** A change: "+12", "-12", "0". */
export const change = (value: number | null, absent = NO_SAMPLE): Cell =>
  numberCell(value, { kind: "count", digits: value === null || Number.isInteger(value) ? 0 : 1, signed: true }, absent);

/** A share or rate, .0128 → "1.28%". */
export const rate = (value: number | null, absent = NO_SAMPLE, digits = 2): Cell =>
  numberCell(value, { kind: "percent", digits }, absent);

/** A plain decimal such as a risk or an index. */
export const decimal = (value: number | null, digits: number, absent = NO_SAMPLE): Cell =>
  numberCell(value, { kind: "decimal", digits }, absent);

/** Yuan, two decimals. */
export const money = (value: number | null, absent = NO_SAMPLE): Cell =>
  numberCell(value, { kind: "money", digits: 2 }, absent);

function numberCell(value: number | null, form: NumberForm, absent: string): Cell {
  return { lines: [[{ text: value === null ? absent : printed(value, form) }]], number: { value, form } };
}

/** A number as every format prints it. Halves are rounded away from zero, as one would by hand. */
export function printed(value: number, { kind, digits, signed: plus }: NumberForm): string {
  if (kind === "percent") return withSign(value, plus, percent(value, digits));
  if (kind === "count" && digits === 0) return plus ? signed(value) : exact(value);
  return withSign(value, plus, fixed(value, digits));
}

const withSign = (value: number, plus: boolean | undefined, text: string): string =>
  plus && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;

function fixed(value: number, digits: number): string {
  const scale = 10 ** digits;
  const rounded = Math.round(Number((Math.abs(value) * scale).toPrecision(12))) / scale;
  const [whole, decimals] = rounded.toFixed(digits).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 && rounded > 0 ? "-" : ""}${grouped}${decimals ? `.${decimals}` : ""}`;
}

/** What a cell says, on one line. */
export const cellText = (cell: Cell): string =>
  cell.lines.map((line) => line.map((run) => run.text).join("")).join(" ");
