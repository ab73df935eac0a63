import { type Sums, sumBy } from "../../frame.ts";

/** A row as danfo adds it: the scopes it counts in, what it counts under there, and its numbers. */
export interface TallyRow {
  readonly scopes: readonly string[];
  readonly under: string;
  readonly numbers?: Readonly<Record<string, number>>;
}

/** A sum under a name in a scope; `rows` counts them. 0 where there is none. */
export type Tally = (scope: string, under: string, column?: string) => number;

/** Sums of rows by scope and name: danfo adds the rows that are alike in both, and those sums are added to every scope. */
export async function tally(rows: readonly TallyRow[]): Promise<Tally> {
  const alike = new Map<string, { readonly key: number; readonly row: TallyRow }>();
  const keys = Int32Array.from(rows, (row) => {
    const name = `${row.scopes.join("\n")}\n\n${row.under}`;
    const known = alike.get(name) ?? { key: alike.size, row };
    alike.set(name, known);
    return known.key;
  });
  const [sums] = await sumBy([keys], columnsOf(rows));
  const added = new Map<string, Record<string, number>>();
  for (const { key, row } of alike.values())
    for (const scope of row.scopes) addTo(added, `${scope}\n${row.under}`, sums!.get(key)!);
  return (scope, under, column = "rows") => added.get(`${scope}\n${under}`)?.[column] ?? 0;
}

function columnsOf(rows: readonly TallyRow[]): Record<string, Float64Array> {
  const names = new Set(rows.flatMap(({ numbers }) => Object.keys(numbers ?? {})));
  return {
    rows: new Float64Array(rows.length).fill(1),
    ...Object.fromEntries([...names].map((name) => [name, Float64Array.from(rows, (r) => r.numbers?.[name] ?? 0)])),
  };
}

function addTo(added: Map<string, Record<string, number>>, name: string, sums: Sums): void {
  const known = added.get(name);
  if (known) for (const column of Object.keys(sums)) known[column]! += sums[column]!;
  else added.set(name, { ...sums });
}
