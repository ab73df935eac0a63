import { assessPolicies } from "../../models/policy/assess.ts";
import type { Profile } from "../../models/profile.ts";
import { factsOf } from "../../src/db/collect-facts.ts";
import type { Db } from "../../src/db/db.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import type { Desk } from "../../src/web/desk.ts";
import { actOnAlert } from "../alerts/act.ts";
import { addPause, endPauseEarly } from "../alerts/pause.ts";
import { reportEvent } from "../alerts/report-event.ts";
import { stepCase } from "../cases/step-case.ts";
import { countPlaced } from "../layoff/count-placed.ts";
import { filePlan } from "../layoff/file-plan.ts";
import { PERSON_TASKS } from "../people/person-tasks.ts";
import { ruleRights } from "../people/rule-rights.ts";
import { riskModelOfRun } from "../run/risk-model.ts";
import { wouldRaise } from "../run/would-raise.ts";
import { peersOf } from "./peers-of.ts";
import { sectionMovements } from "./section-movements.ts";

interface Served {
  readonly db: Db;
  readonly profile: Profile;
  readonly clock: () => number;
}

/** What the pages can have done: the same functions that the commands call. */
export function deskOf({ db, profile, clock }: Served): Desk {
  const movements = sectionMovements(db, profile);
  return {
    act: (tx, number, change) => actOnAlert(tx, number, change, { profile, clock }),
    pause: (tx, pause) => addPause(tx, pause, { profile, clock }),
    endPause: (tx, id, end) => endPauseEarly(tx, id, { ...end, at: clock() }),
    step: (tx, number, step) => stepCase(tx, number, step, { profile, clock }),
    report: (tx, event, by) => reportEvent(tx, event, { profile, by, clock }),
    filePlan: (tx, plan, by) => filePlan(tx, plan, { profile, by, clock }),
    countPlaced: (tx, counted, by) => countPlaced(tx, counted, { profile, by, clock }),
    wouldRaise: (tx, sets) => wouldRaise(tx, profile, sets),
    modelOf: riskModelOfRun,
    support: async (db, enterprise, date) => {
      const vintage = await vintageAsOf(db, date);
      const known = vintage && (await factsOf(db, { profile, date, vintage }, enterprise));
      return known ? assessPolicies(profile, known.facts, date) : [];
    },
    peers: (db, run, enterprise) => peersOf(db, profile, movements, run, enterprise),
    readPeers: async (run) => void (await movements(run, "")),
    person: async (task, order) => {
      const { lines, json } = await PERSON_TASKS[task]({ ...order, db, profile, byHolder: false, now: clock() });
      return { lines, told: json };
    },
    rule: (order) => ruleRights(db, order, { profile, now: clock() }),
  };
}
