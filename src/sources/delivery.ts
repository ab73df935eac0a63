import type { Readable } from "node:stream";

/** One table as a source sent it. */
export interface Delivery {
  readonly name: string;
  /** The raw bytes from the start; may be called more than once. */
  open(): Promise<Readable>;
  /** Bytes; null when unknown before reading. */
  readonly size: number | null;
}
