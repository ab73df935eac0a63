import { describe, expect, it } from "vitest";
import { type AcceptanceStage, decideAcceptance, stagesFor } from "../../models/acceptance.ts";

const origin = { kind: "convention", note: { zh: "测试", en: "test" } } as const;
const BOTH: readonly AcceptanceStage[] = ["desk", "county"];

describe("accepting a file", () => {
  // biome-ignore format: a table reads better in columns
  it.each([
    [BOTH,       false, ["desk", "county"]],
    [BOTH,       true,  ["county"]], // the county's own file has no lower desk
    [["county"], false, ["county"]],
    [["county"], true,  ["county"]],
    [[],         false, []],
    [["desk"],   true,  []],
  ] as const)("of a place with %j, whole place %j, goes through %j", (stages, whole, expected) => {
    expect(stagesFor({ stages, origin }, whole)).toEqual(expected);
  });

  // biome-ignore format: a table reads better in columns
  it.each([
    [BOTH, 0, [1],    2, { accept: true, last: false }],
    [BOTH, 0, [1],    1, { accept: false, reason: "own-work" }],
    [BOTH, 1, [1, 2], 2, { accept: false, reason: "own-work" }], // two stages are two people
    [BOTH, 1, [1, 2], 3, { accept: true, last: true }],
    [BOTH, 2, [1, 2], 3, { accept: false, reason: "not-waiting" }],
    [[],   0, [1],    2, { accept: false, reason: "not-waiting" }],
  ] as const)("%j after %i stages, answered for by %j, person %i: %j", (stages, passed, answered, person, expected) => {
    expect(decideAcceptance({ stages, passed, answered }, person)).toEqual(expected);
  });
});
