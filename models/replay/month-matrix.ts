import type { Month } from "../month.ts";
import { GAP } from "../panel.ts";

/** Enterprises × months of persons. Takes no room until the first value comes: most places never report some columns. */
export class MonthMatrix {
  private cells: Int32Array | null = null;
  private readonly rows: number;
  private readonly start: Month;
  private readonly width: number;

  constructor(rows: number, start: Month, width: number) {
    this.rows = rows;
    this.start = start;
    this.width = width;
  }

  put(row: number, month: Month, value: number): void {
    if (this.cells === null) {
      if (value === GAP) return;
      this.cells = new Int32Array(this.rows * this.width).fill(GAP);
    }
    this.cells[row * this.width + month - this.start] = value;
  }

  /** Months [from, to] of a row; null while no value ever came. */
  cut(row: number, from: Month, to: Month): Int32Array | null {
    const base = row * this.width - this.start;
    return this.cells?.subarray(base + from, base + to + 1) ?? null;
  }
}
