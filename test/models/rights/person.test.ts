import { describe, expect, it } from "vitest";
import { FAULTS, faultsOf, type Holder } from "../../../models/rights/person.ts";
import { ROLES, type Role } from "../../../models/rights/roles.ts";

const who = (roles: readonly Role[], rest: Partial<Holder> = {}) => ({
  ...{ roles, departments: [], regions: [], specialist: null },
  ...rest,
});

describe("the roles of one person", () => {
  it.each([
    [who([]), ["no-role"]],
    [who(["administrator"]), []],
    [who(["office", "analyst"]), []],
    [who(["administrator", "auditor"]), ["not-apart"]],
    [who(["security-officer", "office"]), ["not-apart"]],
    [who(["regulator"]), ["department-missing"]],
    [who(["regulator"], { departments: ["miit"] }), []],
    [who(["township", "specialist"]), ["region-missing", "specialist-missing"]],
    [who(["township"], { regions: ["500237001"] }), []],
    [who(["specialist"], { specialist: "张三" }), []],
  ] as const)("%o have the faults %o", (person, faults) => {
    expect(faultsOf(person)).toEqual(faults);
    for (const fault of faults) expect(FAULTS[fault].en).not.toBe("");
  });

  const apart = (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].apart);
  const pairs = apart.flatMap((one) => (Object.keys(ROLES) as Role[]).map((other) => [one, other] as const));
  it.each(pairs.filter(([one, other]) => one !== other))("never are both %s and %s", (one, other) => {
    const person = who([one, other], { departments: ["miit"], regions: ["r"], specialist: "s" });
    expect(faultsOf(person)).toEqual(["not-apart"]);
  });
});
