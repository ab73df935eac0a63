import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIONS, type LifeAction } from "../../../models/alert/actions.ts";
import { type Change, changeLife, type Life, RAISED } from "../../../models/alert/life.ts";
import { OUTCOMES, type Outcome } from "../../../models/alert/outcome.ts";

const TODAY = "2026-03-10";
const by = (action: LifeAction, rest: Partial<Change> = {}): Change => ({ action, actor: "wang", ...rest });
const lived = (...changes: Change[]): Life =>
  changes.reduce((life, change) => {
    const changed = changeLife(life, change, TODAY);
    if (changed.kind === "refused") throw new Error(`${change.action} was refused: ${changed.refusal}`);
    return changed.life;
  }, RAISED);

const CLOSE = by("close", { outcome: "reduced", reason: "12 of 40 stay" });

describe("the life of an alert", () => {
  it.each<[string, Change[], Partial<Life>]>([
    ["is raised first", [], { state: "raised", outcome: null, owner: null, changes: 1 }],
    ["acknowledged by somebody", [by("acknowledge")], { state: "acknowledged", owner: null, changes: 2 }],
    ["taken in hand by its owner", [by("acknowledge"), by("take")], { state: "in-hand", owner: "wang", changes: 3 }],
    ["taken without being acknowledged first", [by("take")], { state: "in-hand", owner: "wang" }],
    ["assigned to somebody", [by("assign", { owner: "li" })], { state: "raised", owner: "li" }],
    ["closed with an outcome", [by("take"), CLOSE], { state: "closed", outcome: "reduced", settled: true }],
    [
      "reopened after a mistake",
      [CLOSE, by("reopen", { reason: "wrong one" })],
      { state: "in-hand", outcome: null, settled: false },
    ],
    [
      "lapsed when nothing is unusual any more",
      [by("lapse")],
      { state: "closed", outcome: "no-layoff", settled: false },
    ],
    ["withdrawn after revised data", [by("withdraw")], { state: "closed", outcome: "data-error", settled: false }],
    ["still in hand when nothing is unusual any more", [by("take"), by("calm")], { state: "in-hand" }],
    ["to be acknowledged again when its level rises", [by("acknowledge"), by("re-arm")], { state: "raised" }],
    [
      "raised again from the dead when its level rises",
      [CLOSE, by("re-arm")],
      { state: "raised", outcome: null, settled: false },
    ],
    ["in hand when its level rises while in hand", [by("take"), by("rise")], { state: "in-hand", owner: "wang" }],
    ["snoozed to a day", [by("snooze", { until: "2026-03-20", reason: "overhaul" })], { snoozedUntil: "2026-03-20" }],
    ["woken by news", [by("snooze", { until: "2026-03-20", reason: "x" }), by("re-arm")], { snoozedUntil: null }],
    [
      "not woken by a lower level",
      [by("snooze", { until: "2026-03-20", reason: "x" }), by("downgrade")],
      { snoozedUntil: "2026-03-20" },
    ],
    [
      "without data, which is a state of its own",
      [by("acknowledge"), by("no-data")],
      { state: "acknowledged", noData: true },
    ],
    ["with data again", [by("no-data"), by("data-again")], { state: "raised", noData: false }],
  ])("%s", (_, changes, expected) => {
    expect(lived(...changes)).toMatchObject(expected);
  });

  it.each<[string, Life, Change, string]>([
    ["acknowledged twice", lived(by("acknowledge")), by("acknowledge"), "already"],
    ["acknowledged once it is over", lived(CLOSE), by("acknowledge"), "not-open"],
    ["closed without an outcome", RAISED, by("close", { reason: "x" }), "needs-outcome"],
    ["closed without a reason", RAISED, by("close", { outcome: "layoff", reason: " " }), "needs-reason"],
    ["closed with an outcome nobody knows", RAISED, by("close", { outcome: "fine", reason: "x" }), "outcome-unknown"],
    ["closed twice", lived(CLOSE), CLOSE, "not-open"],
    ["snoozed to today", RAISED, by("snooze", { until: TODAY, reason: "x" }), "until-past"],
    ["snoozed without an end", RAISED, by("snooze", { reason: "x" }), "needs-until"],
    ["assigned to nobody", RAISED, by("assign"), "needs-owner"],
    ["reopened when the service ended it", lived(by("lapse")), by("reopen", { reason: "x" }), "closed-by-system"],
    ["reopened while open", RAISED, by("reopen", { reason: "x" }), "already"],
    ["lapsed while somebody has it in hand", lived(by("take")), by("lapse"), "already"],
  ])("is not %s", (_, life, change, refusal) => {
    expect(changeLife(life, change, TODAY)).toEqual({ kind: "refused", refusal });
  });

  it("follows a simple model through any sequence of changes", () => {
    const action = fc.constantFrom(...(Object.keys(ACTIONS) as LifeAction[]));
    const outcome = fc.constantFrom<string | undefined>(...(Object.keys(OUTCOMES) as Outcome[]), undefined, "nonsense");
    const change = fc.record({
      action,
      actor: fc.constantFrom("wang", "li", "system"),
      ...{ reason: fc.constantFrom("because", ""), owner: fc.constantFrom("li", ""), outcome },
      until: fc.constantFrom("2026-03-09", "2026-03-10", "2026-04-01", ""),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        let life = RAISED;
        let model: Model = { open: true, asked: true, byPerson: false, silent: false };
        for (const one of changes as Change[]) {
          const changed = changeLife(life, one, TODAY);
          const next = modelAfter(model, one);
          expect(changed.kind).toBe(next === null ? "refused" : "changed");
          if (changed.kind === "changed") {
            expect(changed.life.changes).toBe(life.changes + 1);
            life = changed.life;
            model = next!;
          }
          expect(life.state !== "closed").toBe(model.open);
          expect(life.outcome !== null).toBe(!model.open);
          expect(life.state === "raised").toBe(model.asked);
          expect(life.settled).toBe(!model.open && model.byPerson);
          expect(life.noData).toBe(model.silent);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The life as four plain facts, written down independently of the table: is it open, does it wait to be acknowledged … */
interface Model {
  readonly open: boolean;
  readonly asked: boolean;
  readonly byPerson: boolean;
  readonly silent: boolean;
  readonly inHand?: boolean;
}

function modelAfter(m: Model, { action, outcome, reason, until, owner }: Change): Model | null {
  const inHand = m.inHand ?? false;
  const said = (value: string | undefined) => value !== undefined && value.trim() !== "";
  const whenOpen = (next: Model, holds = true) => (m.open && holds ? next : null);
  switch (action) {
    case "acknowledge":
      return whenOpen({ ...m, asked: false }, m.asked);
    case "take":
      return whenOpen({ ...m, asked: false, inHand: true }, !inHand);
    case "close":
      return whenOpen(
        { ...m, open: false, asked: false, byPerson: true, inHand: false },
        said(reason) && outcome !== undefined && outcome in OUTCOMES,
      );
    case "reopen":
      return !m.open && m.byPerson && said(reason) ? { ...m, open: true, byPerson: false, inHand: true } : null;
    case "lapse":
    case "withdraw":
      return whenOpen({ ...m, open: false, asked: false, byPerson: false }, !inHand);
    case "re-arm":
      return inHand ? null : { ...m, open: true, asked: true, byPerson: false };
    case "rise":
    case "calm":
      return whenOpen(m, inHand);
    case "snooze":
      return whenOpen(m, said(reason) && said(until) && until! > TODAY);
    case "assign":
      return whenOpen(m, said(owner));
    case "escalate":
      return whenOpen(m, m.asked && said(reason));
    case "comment":
      return said(reason) ? m : null;
    case "no-data":
      return whenOpen({ ...m, silent: true });
    case "data-again":
      return whenOpen({ ...m, silent: false });
    case "downgrade":
    case "wake":
      return whenOpen(m);
  }
}
