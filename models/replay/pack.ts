import { EVENT_INTEGERS, type KeptMonth, ROW_INTEGERS, ROW_NUMBERS } from "./kept-month.ts";

/** Where a month lies among packed ones. */
export interface PackedMonth {
  readonly month: number;
  readonly reporting: number;
  readonly rows: number;
  readonly recovered: number;
  readonly events: number;
  /** First byte. */
  readonly offset: number;
}

type Column = Int32Array | Float64Array;

/** The columns of months one behind the other, in the byte order of the machine, each beginning at a multiple of 8. */
export function packMonths(months: readonly KeptMonth[]): { places: PackedMonth[]; bytes: Uint8Array } {
  const places: PackedMonth[] = [];
  let offset = 0;
  for (const { month, reporting, rows, recovered, events } of months) {
    const size = { rows: rows.enterprise.length, recovered: recovered.length, events: events.enterprise.length };
    places.push({ month, reporting, ...size, offset });
    offset += bytesOf(size);
  }
  const bytes = new Uint8Array(offset);
  months.forEach((month, i) => {
    let at = places[i]!.offset;
    for (const column of columnsOf(month)) {
      bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
      at += padded(column.byteLength);
    }
  });
  return { places, bytes };
}

/** A month as views on the packed bytes; nothing is copied. Throws RangeError when the bytes end before it does. */
export function unpackMonth(bytes: Uint8Array, packed: PackedMonth): KeptMonth {
  const { month, reporting, rows, recovered, events, offset } = packed;
  const end = offset + bytesOf(packed);
  if (end > bytes.length) throw new RangeError(`month ${month} ends at byte ${end}, but there are ${bytes.length}`);
  let at = bytes.byteOffset + offset;
  const integers = (length: number) => {
    const column = new Int32Array(bytes.buffer, at, length);
    at += padded(column.byteLength);
    return column;
  };
  const numbers = (length: number) => {
    const column = new Float64Array(bytes.buffer, at, length);
    at += column.byteLength;
    return column;
  };
  const named = <N extends string, C>(names: readonly N[], make: () => C) =>
    Object.fromEntries(names.map((name) => [name, make()])) as Record<N, C>;
  const whole = named(ROW_INTEGERS, () => integers(rows));
  const real = named(ROW_NUMBERS, () => numbers(rows));
  const back = integers(recovered);
  const told = named(EVENT_INTEGERS, () => integers(events));
  return { month, reporting, rows: { ...whole, ...real }, recovered: back, events: told };
}

const columnsOf = ({ rows, recovered, events }: KeptMonth): Column[] => [
  ...ROW_INTEGERS.map((name) => rows[name]),
  ...ROW_NUMBERS.map((name) => rows[name]),
  recovered,
  ...EVENT_INTEGERS.map((name) => events[name]),
];

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

const bytesOf = ({ rows, recovered, events }: Pick<PackedMonth, "rows" | "recovered" | "events">): number =>
  padded(4 * rows) * ROW_INTEGERS.length +
  8 * rows * ROW_NUMBERS.length +
  padded(4 * recovered) +
  padded(4 * events) * EVENT_INTEGERS.length;
