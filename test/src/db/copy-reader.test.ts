import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CopyRow, copyRows } from "../../../src/db/copy-reader.ts";
import type { Db } from "../../../src/db/db.ts";
import { testDatabases } from "../../databases.ts";

/** The query as the driver gives its rows; what comes by COPY must be the same. */
const QUERY = `select * from (values
    (1, array[1, null, -3], 'a'), (-20, array[]::integer[], E'tab\\tline\\nback\\\\slash\\r'), (null, null, null), (2147483647, array[null]::integer[], ''),
    (0, array[0, 2147483647, -2147483648], '\\N'), (7, array[12], '稳岗，预警')) as v (n, a, t)`;

const read = (row: CopyRow) => ({ n: row.integer(), a: row.integers(), t: row.text() });

async function gather<T>(blocks: AsyncIterable<T[]>): Promise<T[][]> {
  const all: T[][] = [];
  for await (const block of blocks) all.push(block);
  return all;
}

describe.each(testDatabases())("rows by COPY on $name", ({ open }) => {
  let db: Db;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());

  it("are the rows of the query", async () => {
    const blocks = await db.transaction((tx) => gather(copyRows(tx.copyOut(QUERY), read, 1000)));
    expect(blocks).toEqual([await db.query(QUERY)]);
  });

  it("are none when the query has none", async () => {
    const none = `select * from (${QUERY}) as q where n = 8`;
    expect(await db.transaction((tx) => gather(copyRows(tx.copyOut(none), read, 1000)))).toEqual([]);
  });

  it("come in blocks and in order however the bytes are cut", async () => {
    const whole = await db.transaction(async (tx) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of tx.copyOut(QUERY)) pieces.push(piece);
      return Buffer.concat(pieces);
    });
    const rows = await db.query(QUERY);
    for (const length of [1, 2, 3, 7, 50]) {
      async function* cut(): AsyncIterable<Uint8Array> {
        for (let at = 0; at < whole.length; at += length) yield whole.subarray(at, at + length);
      }
      const blocks = await gather(copyRows(cut(), read, 2));
      expect(blocks.flat(), `pieces of ${length}`).toEqual(rows);
      expect(blocks.slice(0, -1).every((block) => block.length >= 2)).toBe(true);
    }
  });
});
