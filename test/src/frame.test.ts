import { afterEach, describe, expect, it, vi } from "vitest";
import { sumBy } from "../../src/frame.ts";

afterEach(() => vi.restoreAllMocks());

describe("sums by danfo", () => {
  it("are those of a hand count, negative keys and all", async () => {
    const [sums] = await sumBy([Int32Array.of(3, -1, 3, 0)], {
      people: Int32Array.of(1, 2, 4, -8),
      share: Float64Array.of(0.5, 0.25, 0.5, 0),
    });
    expect(Object.fromEntries(sums!)).toEqual({
      3: { people: 5, share: 1 },
      [-1]: { people: 2, share: 0.25 },
      0: { people: -8, share: 0 },
    });
  });

  it("are whole over more keys than danfo gets at a time, however the rows lie", async () => {
    // 1,000 keys of 0, 1 and 2 times themselves, a round of all keys after the other: 3 k each.
    const keys = Int32Array.from({ length: 3_000 }, (_, row) => row % 1_000);
    const people = keys.map((key, row) => key * Math.floor(row / 1_000));
    const [sums, one] = await sumBy([keys, new Int32Array(3_000)], { people });
    expect([...sums!]).toEqual(Array.from({ length: 1_000 }, (_, key) => [key, { people: 3 * key }]));
    expect([...one!]).toEqual([[0, { people: (3 * 999 * 1_000) / 2 }]]);
  });

  it("of nothing are nothing", async () => {
    expect(await sumBy([new Int32Array(0)], { people: new Int32Array(0) })).toEqual([new Map()]);
  });

  it("say nothing on the console", async () => {
    const said = [vi.spyOn(console, "log"), vi.spyOn(console, "warn"), vi.spyOn(process.stderr, "write")];
    await sumBy([Int32Array.of(1)], { people: Int32Array.of(1) });
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
  });

  it("refuse what danfo would count wrongly", async () => {
    await expect(sumBy([Int32Array.of(1)], { people: Int32Array.of(1, 2) })).rejects.toThrow("2 rows, the keys 1");
    await expect(sumBy([Int32Array.of(1)], { people: Float64Array.of(Number.NaN) })).rejects.toThrow("contains NaN");
    await expect(sumBy([Int32Array.of(1)], { key: Int32Array.of(1) })).rejects.toThrow('cannot be called "key"');
  });
});
