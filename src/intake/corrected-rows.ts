import type { Mapping } from "../../models/profile.ts";
import type { Delivery } from "../sources/delivery.ts";
import { FindingLog } from "./finding-log.ts";
import { placeHeader } from "./header.ts";
import { KEY_FIELDS } from "./key-fields.ts";
import { openTable } from "./open-table.ts";
import { address, csvLine } from "./rows.ts";

export interface CorrectedRows {
  /** A table of its own: the same head, and the corrected rows alone. */
  readonly csv: string;
  /** What stands in each of the corrected cells, by its address; a cell that is not of the table's rows is missing. */
  readonly before: ReadonlyMap<string, string>;
  /** Those of them that tell the record from others, with their lines. */
  readonly keys: ReadonlyMap<string, number>;
}

/** The rows of a delivery in which some cells are corrected, by their addresses; null when it holds no table. */
export async function correctedRows(
  delivery: Delivery,
  mappings: readonly Mapping[],
  values: ReadonlyMap<string, string>,
): Promise<CorrectedRows | null> {
  const table = await openTable(delivery, new FindingLog());
  try {
    for (const sheet of table.sheets) {
      const placed = placeHeader(sheet.head, mappings);
      if (placed.kind !== "placed") continue;
      const { headers, line, kind, columns } = placed.placement;
      const keyColumns = new Set(KEY_FIELDS[kind].map((field) => columns[field]));
      const before = new Map<string, string>();
      const keys = new Map<string, number>();
      const wanted = new Set([...values.keys()].map((cell) => Number(/\d+$/.exec(cell)?.[0])));
      const lines = [csvLine(headers)];
      for await (const rows of sheet.rows())
        while (rows.next()) {
          if (rows.line <= line || !wanted.has(rows.line)) continue;
          const cells = headers.map((_, column) => rows.cell(column));
          const addresses = cells.map((_, column) => address(sheet.name, column, rows.line));
          const wrong = addresses.filter((cell) => values.has(cell));
          for (const cell of wrong) {
            const column = addresses.indexOf(cell);
            before.set(cell, cells[column]!);
            if (keyColumns.has(column)) keys.set(cell, rows.line);
          }
          if (wrong.length > 0) lines.push(csvLine(cells.map((cell, i) => values.get(addresses[i]!) ?? cell)));
        }
      return { csv: `${lines.join("\n")}\n`, before, keys };
    }
    return null;
  } finally {
    await table.close();
  }
}
