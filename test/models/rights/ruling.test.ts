import { describe, expect, it } from "vitest";
import { RIGHTS_STATES, type RightsState, RULINGS, type Ruling, rule } from "../../../models/rights/ruling.ts";

const why = { by: 2, reason: "岗位变动" };

/** What each ruling makes of each state, written out; "" is not from here. */
const CELLS: Readonly<Record<Ruling, Readonly<Record<RightsState, RightsState | "">>>> = {
  grant: { waiting: "granted", granted: "", refused: "granted", withdrawn: "granted" },
  refuse: { waiting: "refused", granted: "", refused: "", withdrawn: "" },
  change: { waiting: "granted", granted: "granted", refused: "granted", withdrawn: "granted" },
  withdraw: { waiting: "", granted: "withdrawn", refused: "", withdrawn: "" },
};

describe("a ruling on somebody's roles", () => {
  const cells = (Object.keys(RULINGS) as Ruling[]).flatMap((ruling) =>
    (Object.keys(RIGHTS_STATES) as RightsState[]).map((state) => [ruling, state, CELLS[ruling][state]] as const),
  );

  it.each(cells)("%s makes of %s: %s", (ruling, state, to) => {
    const expected = to === "" ? { ruled: false, reason: "not-from-here" } : { ruled: true, state: to };
    expect(rule(ruling, { person: 1, state }, why)).toEqual(expected);
  });

  it.each(cells)("%s is nobody's on their own account, %s or not", (ruling, state) => {
    expect(rule(ruling, { person: 2, state }, why)).toEqual({ ruled: false, reason: "own-account" });
  });

  it("that takes something from somebody says why, and a plain grant need not", () => {
    const on = (state: RightsState) => ({ person: 1, state });
    const silent = { by: 2, reason: "" };
    expect(rule("grant", on("waiting"), silent)).toEqual({ ruled: true, state: "granted" });
    for (const [ruling, state] of [
      ["refuse", "waiting"],
      ["change", "granted"],
      ["withdraw", "granted"],
    ] as const)
      expect(rule(ruling, on(state), silent)).toEqual({ ruled: false, reason: "reason-missing" });
  });

  it("may be made by whoever holds the machine", () => {
    expect(rule("grant", { person: 1, state: "waiting" }, { by: null, reason: "" }).ruled).toBe(true);
  });
});
