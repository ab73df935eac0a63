/** A value COPY text can carry. Arrays become one-dimensional PostgreSQL arrays of numbers. */
export type CopyValue = string | number | boolean | null | undefined | readonly number[];

/** One line of COPY text for a row. NaN is null, because in our columns it means "no value". */
export function copyLine(values: readonly CopyValue[]): string {
  let line = copyField(values[0]);
  for (let i = 1; i < values.length; i++) line += `\t${copyField(values[i])}`;
  return `${line}\n`;
}

/** Gathers rows into chunks of about 256 kB of COPY text, so that neither side waits on single lines. */
export function* copyChunks<T>(rows: Iterable<T>, line: (row: T) => string): Iterable<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += line(row);
    if (chunk.length > 262_144) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk) yield chunk;
}

/** Chunks as bytes, each as soon as it is made: text glued from many pieces costs a collection of garbage while it waits. */
export async function* asBytes(chunks: Iterable<string> | AsyncIterable<string>): AsyncIterable<Buffer<ArrayBuffer>> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "number") return Number.isNaN(value) ? "\\N" : String(value);
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  return `{${value.join(",")}}`;
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeText(value: string): string {
  return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, (c) => ESCAPES[c] as string) : value;
}
