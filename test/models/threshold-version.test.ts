import { describe, expect, it } from "vitest";
import { checkStep, checkValidFrom, rolledBackFrom, stateOf } from "../../models/threshold-version.ts";

const step = (name: "saved" | "approved" | "withdrawn", actor: string) => ({
  ...{ step: name, actor, reason: "", at: "2026-01-01T00:00:00.000Z" },
});
const version = (...steps: ReturnType<typeof step>[]) => ({
  ...{ id: 2, name: "set", validFrom: 24_312, author: "a", reason: "", restores: null, used: false, steps },
});
const saved = version(step("saved", "a"));
const approved = version(step("saved", "a"), step("approved", "b"));
const withdrawn = version(step("saved", "a"), step("withdrawn", "a"));

describe("a version of the threshold set", () => {
  it.each([
    ["came with the profile", version(), "approved"],
    ["was saved", saved, "draft"],
    ["was approved", approved, "approved"],
    ["was withdrawn", withdrawn, "withdrawn"],
    ["was approved and withdrawn", version(...approved.steps, step("withdrawn", "b")), "withdrawn"],
  ] as const)("that %s is %s", (_, one, state) => {
    expect(stateOf(one)).toBe(state);
  });

  it.each([
    ["approve", "b", saved, "approved", null],
    ["approve their own", "a", saved, "approved", "threshold-own-work"],
    ["approve twice", "c", approved, "approved", "threshold-step-wrong"],
    ["approve what was withdrawn", "b", withdrawn, "approved", "threshold-step-wrong"],
    ["withdraw their own", "a", saved, "withdrawn", null],
    ["withdraw what is approved and unused", "c", approved, "withdrawn", null],
    ["withdraw what a month was run with", "c", { ...approved, used: true }, "withdrawn", "threshold-used"],
    ["withdraw twice", "c", withdrawn, "withdrawn", "threshold-step-wrong"],
    ["withdraw the profile's own", "c", version(), "withdrawn", "threshold-step-wrong"],
  ] as const)("somebody may, or may not, %s", (_, actor, one, asked, code) => {
    const asking = () => checkStep(one, asked, actor);
    if (code === null) expect(asking).not.toThrow();
    else expect(asking).toThrow(expect.objectContaining({ code }));
  });

  it("holds from the newest month run at the earliest, and anything goes before the first run", () => {
    expect(() => checkValidFrom(24_311, 24_312)).toThrow(expect.objectContaining({ code: "threshold-month-past" }));
    expect(() => checkValidFrom(24_312, 24_312)).not.toThrow();
    expect(() => checkValidFrom(1, null)).not.toThrow();
  });

  it("is taken up again from the month after the newest run, or with the newest version before any", () => {
    expect(rolledBackFrom([approved], 24_320)).toBe(24_321);
    expect(rolledBackFrom([version(), approved, { ...saved, validFrom: 24_400 }], null)).toBe(24_312);
  });
});
