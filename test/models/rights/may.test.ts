import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIONS, type Action } from "../../../models/rights/actions.ts";
import { shown } from "../../../models/rights/fields.ts";
import { may, PLACE, REFUSALS, type Subject } from "../../../models/rights/may.ts";
import type { Holder } from "../../../models/rights/person.ts";
import { reachOf, within } from "../../../models/rights/reach.ts";
import { ROLES, type Role } from "../../../models/rights/roles.ts";
import { scopeOf } from "../../../models/rights/table.ts";
import { expectedScope } from "./cells.ts";

const roles = Object.keys(ROLES) as Role[];
const actions = Object.keys(ACTIONS) as Action[];
const cells = roles.flatMap((role) => actions.map((action) => [role, action, expectedScope(role, action)] as const));

const person = (...held: Role[]): Holder => ({
  id: 1,
  roles: held,
  departments: ["miit"],
  regions: ["500237001"],
  specialist: "张三",
});

const enterprise = (department: string, region: string, specialist: string | null): Subject => ({
  kind: "enterprise",
  departments: [department],
  region,
  specialist,
});

/** Which subjects a scope reaches for the person above, written out. */
const SUBJECTS: readonly (readonly [name: string, subject: Subject, reachedBy: readonly string[]])[] = [
  ["the whole place", PLACE, ["all"]],
  ["nobody's enterprise", { kind: "enterprise", departments: [], region: null, specialist: null }, ["all"]],
  ["a foreign enterprise", enterprise("commerce", "500237002", "李四"), ["all"]],
  ["an own department's", enterprise("miit", "500237002", "李四"), ["all", "department"]],
  ["an own region's", enterprise("commerce", "500237001", null), ["all", "region"]],
  ["an assigned one", enterprise("commerce", "500237002", "张三"), ["all", "assigned"]],
];

describe("the table role × action × scope", () => {
  it.each(cells)("gives %s for %s the scope %s", (role, action, scope) => {
    expect(scopeOf(role, action)).toBe(scope);
    for (const [name, subject, reachedBy] of SUBJECTS)
      expect(may(person(role), action, subject).allowed, `${role} ${action} ${name}`).toBe(reachedBy.includes(scope));
  });

  it("has a scope for every role and action", () => {
    expect(cells.length).toBe(8 * 32);
  });

  it("lets no administrator of the three near an enterprise", () => {
    for (const role of ["administrator", "auditor", "security-officer"] as const)
      for (const action of actions.filter((name) =>
        /^(read-(report|enterprise|finances|alerts|cases)|export)$/.test(name),
      ))
        expect(scopeOf(role, action)).toBe("none");
  });
});

describe("a decision", () => {
  it.each([
    [person("township"), "acknowledge", PLACE, "role"],
    [person("regulator"), "read-report", PLACE, "whole-place"],
    [person("regulator"), "read-alerts", enterprise("commerce", "x", null), "other-department"],
    [person("township"), "read-alerts", enterprise("miit", "x", null), "other-region"],
    [person("specialist"), "read-alerts", enterprise("miit", "500237001", "李四"), "not-assigned"],
    [person("regulator", "township"), "read-alerts", enterprise("commerce", "x", null), "several"],
    [person("office"), "review-report", { kind: "place", author: 1 }, "own-work"],
  ] as const)("that refuses %o to %s says why: %o, %s", (who, action, subject, reason) => {
    expect(may(who, action, subject)).toEqual({ allowed: false, reason });
    expect(REFUSALS[reason].zh).not.toBe("");
  });

  it("that allows names the role and the scope it rests on", () => {
    expect(may(person("township", "analyst"), "read-enterprise", enterprise("x", "y", null))).toEqual({
      allowed: true,
      role: "analyst",
      scope: "all",
    });
  });

  it("lets another person review what one may not review oneself", () => {
    expect(may({ ...person("office"), id: 2 }, "review-report", { kind: "place", author: 1 }).allowed).toBe(true);
  });

  it("of nobody's roles allows nothing", () => {
    for (const action of actions) expect(may(person(), action, PLACE)).toEqual({ allowed: false, reason: "role" });
  });

  it("on an enterprise is what the reach of queries says, whatever the roles and belongings", () => {
    const codes = fc.uniqueArray(fc.constantFrom("a", "b", "c"));
    const maybe = fc.option(fc.constantFrom("a", "b", "c"));
    const someone = fc.record({
      id: fc.constant(1),
      roles: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 }),
      departments: codes,
      regions: codes,
      specialist: maybe,
    });
    const something = fc.record({
      kind: fc.constant("enterprise" as const),
      departments: codes,
      region: maybe,
      specialist: maybe,
    });
    fc.assert(
      fc.property(someone, something, fc.constantFrom(...actions), (who, subject, action) => {
        expect(within(reachOf(who, action), subject)).toBe(may(who, action, subject).allowed);
      }),
      { numRuns: 2000, seed: 6 },
    );
  });
});

it("what a township is shown of an enterprise leaves its finances out", () => {
  const groups = { identity: 1, employment: 2, judgement: 3, specialist: 4, finances: 5 };
  const subject = enterprise("x", "500237001", null);
  expect(shown(groups, (action) => may(person("township"), action, subject))).toEqual({
    ...{ identity: 1, employment: 2, judgement: 3, specialist: 4 },
  });
});
