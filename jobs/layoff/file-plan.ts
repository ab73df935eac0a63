import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { GROUNDS, GROUPS } from "../../models/statute/art41.ts";
import { faultsOf, type PlanFault } from "../../models/statute/plan.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { keepPlan, plans } from "../../src/db/layoff-plan.ts";
import type { Counts } from "../../src/db/run.ts";
import type { FiledPlan } from "../../src/web/desk.ts";
import { reportEvent } from "../alerts/report-event.ts";
import { mustBeKnown } from "../known-code.ts";

interface Filing {
  readonly profile: Profile;
  readonly by: string;
  readonly clock: () => number;
}

export interface Filed {
  readonly id: number;
  /** To be checked by art. 41 and 42. */
  readonly faults: readonly PlanFault[];
  /** What judging it as an event did; empty where the place has no such kind of event. */
  readonly judged: Counts;
}

/** Keeps a plan as it was filed and judges it at once, both or neither; what cannot be is a Problem. */
export function filePlan(db: Db, plan: FiledPlan, { profile, by, clock }: Filing): Promise<Filed> {
  const { enterprise, filedOn, people, staff, ground, groups, replaces } = plan;
  mustBeKnown([ground], Object.keys(GROUNDS));
  mustBeKnown(
    Object.keys(groups),
    GROUPS.map(({ code }) => code),
  );
  if (people < 1 || people > staff) throw moreThanStaff(people, staff);
  const kind = profile.eventKinds.find(({ group }) => group === "statutory")?.code;
  return db.transaction(async (tx) => {
    if (replaces !== null && !(await plans(tx, enterprise)).some(({ id }) => id === replaces))
      throw noSuchPlan(replaces, enterprise);
    const id = await keepPlan(tx, { ...plan, actor: by, at: new Date(clock()).toISOString() });
    const event = { enterprise, kind: kind ?? "", on: filedOn, people, note: null };
    const judged = kind === undefined ? {} : await reportEvent(tx, event, { profile, by, clock });
    return { id, faults: faultsOf(plan), judged };
  });
}

const moreThanStaff = (people: number, staff: number): Problem =>
  new Problem(
    "input",
    "plan-people-wrong",
    text(`拟裁减${people}人与职工总数${staff}人不符。`, `${people} people of a staff of ${staff} can't be.`),
    text("拟裁减人数须为1至职工总数，请核对。", "Between one and the whole staff can be dismissed: check both."),
  );

const noSuchPlan = (id: number, enterprise: string): Problem =>
  new Problem(
    "no-data",
    "plan-unknown",
    text(`${enterprise}没有可更正的方案${id}。`, `${enterprise} has no plan ${id} that could be corrected.`),
    text(
      "请核对序号；已被更正的方案请更正最新的一份。",
      "Check the number; of a plan that was corrected the newest is to be named.",
    ),
  );
