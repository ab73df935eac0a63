/** One measured line: what, how much, and against what it is a ratio. */
export interface Measure {
  readonly what: string;
  readonly value: string;
  /** The ratio to the goal's yardstick, measured in the same run; null where there is none. */
  readonly ratio?: number;
  readonly goal?: string;
  readonly reached?: boolean;
}

/** The measures as a Markdown table, which is also readable as it is. */
export function measureTable(title: string, measures: readonly Measure[]): string[] {
  const rows = measures.map((m) => [
    m.what,
    m.value,
    m.ratio === undefined ? "" : m.ratio.toFixed(2),
    m.goal ?? "",
    m.reached === undefined ? "" : m.reached ? "yes" : "NO",
  ]);
  const table = [["measure", "value", "ratio", "goal", "reached"], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  return [
    `## ${title}`,
    "",
    line(table[0]!),
    `|${widths.map((w) => "-".repeat(w + 2)).join("|")}|`,
    ...table.slice(1).map(line),
    "",
  ];
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
