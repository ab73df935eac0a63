import { describe, expect, it } from "vitest";
import { ACTIONS } from "../../../models/alert/actions.ts";
import { AUDIT_ACTIONS, auditActionWords } from "../../../models/audit/audit-action.ts";
import { STEPS } from "../../../models/case/step.ts";

// That each action written anywhere is in the table is the compiler's to check: an entry's action is a key of it.
describe("what is written into the audit log", () => {
  it("has a name of its own in both languages, whatever it is", () => {
    for (const language of ["zh", "en"] as const) {
      const names = Object.values(AUDIT_ACTIONS).map((name) => name[language]);
      expect(names.filter((name, i) => name === "" || names.indexOf(name) !== i)).toEqual([]);
    }
    expect(AUDIT_ACTIONS["alert-acknowledge"]).toEqual({ zh: "预警：签收", en: "alert: acknowledged" });
    const derived = [
      ...Object.keys(ACTIONS).map((code) => `alert-${code}`),
      ...Object.keys(STEPS).map((code) => `case-${code}`),
    ];
    expect(Object.keys(AUDIT_ACTIONS)).toEqual(expect.arrayContaining(derived));
  });

  it("is shown as it was written where it was called otherwise once", () => {
    expect(auditActionWords("of-long-ago")).toEqual({ zh: "of-long-ago", en: "of-long-ago" });
    expect(auditActionWords("constructor").zh, "not a word of the language the table is written in").toBe(
      "constructor",
    );
  });
});
