import { describe, expect, it } from "vitest";
import { type AuditRow, CHAIN_START, canonical, hashOf, nextRow } from "../../../../src/db/audit/chain.ts";
import { checkChain } from "../../../../src/db/audit/check-chain.ts";
import { makeChain } from "./chains.ts";

const ROWS = 10_000;

const chain = makeChain(ROWS);
const [start, head] = [CHAIN_START, chain.at(-1)!];

/** One way to change each field of a row, its own hash made right again in the second half. */
const CHANGES: readonly ((row: AuditRow) => AuditRow)[] = [
  (row) => ({ ...row, at: row.at + 1 }),
  (row) => ({ ...row, actor: `${row.actor}x` }),
  (row) => ({ ...row, action: "export" }),
  (row) => ({ ...row, subject: row.subject.replace(":", ";") }),
  (row) => ({ ...row, detail: `${row.detail} ` }),
  (row) => ({ ...row, hash: hashOf({ ...row, actor: "x" }) }),
  (row) => ({ ...row, actor: "x", hash: hashOf({ ...row, actor: "x" }) }),
  (row) => ({ ...row, previous: "0".repeat(64), hash: hashOf({ ...row, previous: "0".repeat(64) }) }),
];

/** The neighbourhood of a row, checked as a stretch of the chain: what is found there is found in the whole. */
async function faultsAround(i: number, tamper: (rows: AuditRow[], at: number) => void): Promise<number> {
  const from = Math.max(0, i - 2);
  const rows = chain.slice(from, i + 4);
  const end = rows.at(-1)!;
  tamper(rows, i - from);
  return (await checkChain(chain[from - 1] ?? start, [rows], end)).faults.length;
}

describe("the chain of 10,000 rows", () => {
  it("is whole as it was written", async () => {
    const { rows, faults } = await checkChain(start, [chain], head);
    expect([rows, faults]).toEqual([ROWS, []]);
  });

  it("shows a change of any field of any row", async () => {
    let unseen = 0;
    for (let i = 0; i < ROWS; i++)
      if (!(await faultsAround(i, (rows, at) => (rows[at] = CHANGES[i % CHANGES.length]!(rows[at]!))))) unseen++;
    expect(unseen).toBe(0);
  });

  it("shows that any row was deleted", async () => {
    let unseen = 0;
    for (let i = 0; i < ROWS; i++) if (!(await faultsAround(i, (rows, at) => rows.splice(at, 1)))) unseen++;
    expect(unseen).toBe(0);
  });

  it("shows that any two neighbours changed places, their numbers exchanged or not", async () => {
    let unseen = 0;
    for (let i = 0; i < ROWS - 1; i++)
      for (const renumbered of [false, true])
        if (!(await faultsAround(i, (rows, at) => exchange(rows, at, renumbered)))) unseen++;
    expect(unseen).toBe(0);
  });

  it("shows a row put between two others", async () => {
    const forged = nextRow(chain[4]!, { at: 0, actor: "x", action: "run", subject: "z", detail: {} });
    expect((await checkChain(start, [chain.toSpliced(5, 0, forged)], head)).faults).toEqual([
      { kind: "missing", position: 6 },
    ]);
  });

  it("shows that its end was cut off, however much of it", async () => {
    for (const left of [0, 1, 5000, ROWS - 1])
      expect((await checkChain(start, [chain.slice(0, left)], head)).faults).toEqual([
        { kind: "cut-off", position: left },
      ]);
  });

  it("made anew as a whole, is caught by a hash that was noted down elsewhere", async () => {
    const noted = chain[99]!;
    const forged = makeChain(150).map((row) => row);
    forged.splice(50, 100);
    for (let i = 50; i < 150; i++)
      forged.push(nextRow(forged.at(-1)!, { at: 5, actor: "forger", action: "export", subject: "s", detail: {} }));
    expect((await checkChain(start, [forged], forged.at(-1)!)).faults).toEqual([]);
    const { faults } = await checkChain(noted, [forged.slice(100)], forged.at(-1)!);
    expect(faults).toEqual([{ kind: "unlinked", position: 101 }]);
  });
});

function exchange(rows: AuditRow[], at: number, renumbered: boolean): void {
  const [one, two] = [rows[at]!, rows[at + 1]!];
  rows[at] = renumbered ? { ...two, position: one.position } : two;
  rows[at + 1] = renumbered ? { ...one, position: two.position } : one;
}

it("the canonical form of a value does not depend on the order of its keys", () => {
  expect(canonical({ b: [2, { d: 1, c: null }], a: "重" })).toBe('{"a":"重","b":[2,{"c":null,"d":1}]}');
});

it("a row's hash is the SHA-256 of its fields as one json list", () => {
  // printf '%s' '[1,"2026-01-01T00:00:00.000Z","a","b","c","{}","0…0"]' | sha256sum, with 64 zeros
  const row = { position: 1, at: Date.parse("2026-01-01"), actor: "a", action: "b", subject: "c", detail: "{}" };
  expect(hashOf({ ...row, previous: CHAIN_START.hash })).toBe(
    "f9402bd8d0280460ab80a9b03a917410a39554cbeaf13cb1863a3b393e4208f8",
  );
});
