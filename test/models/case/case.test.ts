import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, caseOf, type KeptStep, takeStep } from "../../../models/case/case.ts";
import { type Deadline, deadlinesOf, isNear, isOverdue } from "../../../models/case/deadlines.ts";
import { STEPS, type StepKind } from "../../../models/case/step.ts";

const step = (kind: StepKind, on: string, rest: Partial<KeptStep> = {}): KeptStep => ({
  kind,
  actor: "wang",
  on,
  ...rest,
});
const OPEN = step("open", "2026-03-02", { person: "王小明", criticality: "high", alert: "YJ2026-02-00001" });
const CLOSE = step("close", "2026-04-20", {
  outcome: "reduced",
  intervened: true,
  kept: 12,
  note: "plan withdrawn in part",
});

describe("a case", () => {
  it("is what its steps make of it", () => {
    const made = caseOf([
      OPEN,
      step("contact", "2026-03-03", { note: "telephone" }),
      step("visit", "2026-03-06", { note: "met the director" }),
      step("difficulties", "2026-03-06", { difficulties: ["orders", "funds"] }),
      step("measure", "2026-03-06", { measure: "refund", due: "2026-03-20" }),
      step("measure", "2026-03-06", { measure: "loan", due: "2026-04-10" }),
      step("follow-up", "2026-03-06", { due: "2026-03-25" }),
      step("measure-done", "2026-03-18", { measure: "refund", note: "paid out" }),
      step("join", "2026-03-19", { person: "李敏" }),
      step("link", "2026-03-20", { alert: "YJ2026-03-00009" }),
      step("visit", "2026-03-26", { note: "second visit" }),
      CLOSE,
    ]);
    expect(made).toEqual<Case>({
      ...{ state: "closed", openedOn: "2026-03-02", referent: "王小明", participants: ["李敏"], criticality: "high" },
      ...{ alerts: ["YJ2026-02-00001", "YJ2026-03-00009"], contactedOn: "2026-03-03", visitedOn: "2026-03-06" },
      difficulties: ["orders", "funds"],
      measures: [
        { code: "refund", agreedOn: "2026-03-06", due: "2026-03-20", doneOn: "2026-03-18" },
        { code: "loan", agreedOn: "2026-03-06", due: "2026-04-10", doneOn: null },
      ],
      ...{ followUp: null, outcome: "reduced", intervened: true, kept: 12, steps: 12 },
    });
  });

  it.each<[string, KeptStep[], KeptStep, string]>([
    ["begun with anything but its opening", [], step("visit", "2026-03-06", { note: "x" }), "not-open"],
    ["opened twice", [OPEN], OPEN, "already-open"],
    ["closed without an outcome", [OPEN], { ...CLOSE, outcome: "" }, "needs-outcome"],
    ["closed with an outcome nobody knows", [OPEN], { ...CLOSE, outcome: "fine" }, "outcome-unknown"],
    [
      "closed without saying whether it was helped",
      [OPEN],
      step("close", "2026-04-20", { outcome: "layoff", note: "x" }),
      "needs-intervened",
    ],
    ["visited after its end", [OPEN, CLOSE], step("visit", "2026-05-01", { note: "x" }), "not-open"],
    ["reopened while open", [OPEN], step("reopen", "2026-03-03", { note: "x" }), "not-closed"],
    [
      "helped by a measure nobody agreed",
      [OPEN],
      step("measure-done", "2026-03-10", { measure: "loan", note: "x" }),
      "measure-unknown",
    ],
    ["handed over without a word", [OPEN], step("hand-over", "2026-03-10", { person: "李敏" }), "needs-note"],
    ["given a measure without a day", [OPEN], step("measure", "2026-03-10", { measure: "loan" }), "needs-due"],
  ])("is not %s", (_, steps, next, refusal) => {
    expect(takeStep(steps.length === 0 ? null : caseOf(steps), next)).toEqual({ kind: "refused", refusal });
  });

  it("may be reopened, and then has no outcome", () => {
    const again = caseOf([OPEN, CLOSE, step("reopen", "2026-05-01", { note: "new plan filed" })]);
    expect(again).toMatchObject({ state: "open", outcome: null, intervened: null, kept: null });
  });

  it("counts every step, and is read back from its steps alone, whatever their order", () => {
    const kinds = fc.constantFrom(...(Object.keys(STEPS) as StepKind[]));
    const some = fc.array(fc.record({ kind: kinds, day: fc.integer({ min: 3, max: 28 }) }), { maxLength: 20 });
    fc.assert(
      fc.property(some, (list) => {
        const kept: KeptStep[] = [OPEN];
        for (const { kind, day } of list) {
          const next = step(kind, `2026-03-${String(day).padStart(2, "0")}`, {
            ...{
              note: "n",
              person: "p",
              criticality: "low",
              difficulties: ["orders"],
              measure: "loan",
              due: "2026-06-01",
            },
            ...{ alert: "YJ1", outcome: "no-layoff", intervened: false },
          });
          const before = caseOf(kept);
          const after = takeStep(before, next);
          if (after.kind === "refused") continue;
          kept.push(next);
          expect(after.case).toEqual(caseOf(kept));
          expect(after.case.steps).toBe(before.steps + 1);
          expect(after.case.outcome === null).toBe(after.case.state === "open");
        }
      }),
    );
  });
});

describe("what a case owes", () => {
  const rules = { contactDays: { high: 1, medium: 3, low: 7 }, visitDays: 7 };
  const owed = (...steps: KeptStep[]) => deadlinesOf(caseOf([OPEN, ...steps]), rules);
  const kinds = (list: readonly Deadline[]) => list.map(({ kind, due, metOn }) => `${kind} ${due} ${metOn ?? "open"}`);

  it("is a contact by its urgency and a visit within seven days", () => {
    expect(kinds(owed())).toEqual(["contact 2026-03-03 open", "visit 2026-03-09 open"]);
  });

  it("is met by the first contact and the first visit, which is a contact too", () => {
    expect(kinds(owed(step("visit", "2026-03-05", { note: "x" })))).toEqual([
      "contact 2026-03-03 2026-03-05",
      "visit 2026-03-09 2026-03-05",
    ]);
  });

  it("is each measure agreed, and the follow-up until somebody was there on its day or after", () => {
    const agreed = [
      step("measure", "2026-03-05", { measure: "loan", due: "2026-03-20" }),
      step("follow-up", "2026-03-05", { due: "2026-03-15" }),
    ];
    expect(kinds(owed(...agreed)).slice(2)).toEqual(["follow-up 2026-03-15 open", "measure 2026-03-20 open"]);
    expect(kinds(owed(...agreed, step("contact", "2026-03-14", { note: "early" }))).slice(2)).toHaveLength(2);
    expect(kinds(owed(...agreed, step("contact", "2026-03-15", { note: "x" }))).slice(2)).toEqual([
      "measure 2026-03-20 open",
    ]);
  });

  it.each([
    ["2026-03-07", false, false],
    ["2026-03-08", true, false],
    ["2026-03-09", true, false],
    ["2026-03-10", false, true],
  ])("on %s is near: %s, overdue: %s", (today, near, overdue) => {
    const visit = owed().find(({ kind }) => kind === "visit")!;
    expect([isNear(visit, today), isOverdue(visit, today)]).toEqual([near, overdue]);
  });
});
