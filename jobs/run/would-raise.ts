import { decide } from "../../models/decision/decide.ts";
import { type CompiledRules, compileRules } from "../../models/levels.ts";
import type { Profile } from "../../models/profile.ts";
import { regimeIn, rulesOnly, withoutForetelling } from "../../models/regime.ts";
import { type Found, judgeMonth } from "../../models/replay/judge-month.ts";
import type { KeptMonth } from "../../models/replay/kept-month.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import { type AlertStates, alertStates } from "../../src/db/alert-state.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseCodes, enterpriseIdsOf } from "../../src/db/enterprise.ts";
import { keptMonth, keptRuns } from "../../src/db/kept-month.ts";
import { regimeChanges } from "../../src/db/regime.ts";
import { runBefore } from "../../src/db/run.ts";
import type { WouldRaise } from "../../src/web/desk.ts";
import { askedOf, type Weighed } from "./asked.ts";
import { heldBack } from "./held-back.ts";

/** Later than every run there is: what all of them told is known. */
const NEXT_RUN = 2_147_483_647;

/**
 * The alerts about enterprises that the newest month would open if it were run again on its data under each of some sets: from the
 * alerts as they stand, with what people closed and what waits, decided on by the run's own functions. Nothing is kept.
 */
export async function wouldRaise(
  tx: Db,
  profile: Profile,
  sets: readonly ThresholdSet[],
): Promise<readonly WouldRaise[] | null> {
  const newest = (await keptRuns(tx, 0)).at(-1);
  if (!newest) return null;
  const { run: id, month } = newest;
  const levels = profile.levels.map(({ code }) => code);
  const afterRun = (await runBefore(tx, month))?.id ?? null;
  const states = await alertStates(tx, { id: NEXT_RUN, month, afterRun }, levels);
  const regime = rulesOnly(regimeIn(await regimeChanges(tx), month));
  const kept = await keptMonth(tx, id);
  const under = async (set: ThresholdSet): Promise<WouldRaise> => {
    const rules = compileRules(regime ? withoutForetelling(set) : set, profile);
    const weighed = await weighedIn(tx, kept, rules, states, profile, regime !== null);
    const asked = weighed.map((one) => askedOf(one, states, { run: { month }, thresholds: set, rulesOnly: regime }));
    const held = heldBack(asked, kept.reporting, set);
    const alerts = asked.flatMap(({ subject: { subject }, input }) => {
      const { after } = decide({ ...input, heldBack: held.has(subject) });
      return after?.alertOpenedMonth === month ? [{ code: subject, level: levels[after.level]! }] : [];
    });
    return { month, alerts };
  };
  const raised: WouldRaise[] = [];
  for (const set of sets) raised.push(await under(set));
  return raised;
}

/** Everybody to be decided on, in the order of a run: who was found, and who has an alert that is open, held back or told. */
async function weighedIn(
  tx: Db,
  kept: KeptMonth,
  rules: CompiledRules,
  states: AlertStates,
  { eventKinds }: Profile,
  rulesAlone: boolean,
): Promise<readonly Weighed[]> {
  const kinds = eventKinds.map(({ code }) => code);
  const found = new Map(judgeMonth(kept, rules, kinds).map((one) => [one.enterprise, one]));
  const known = await enterpriseIdsOf(tx, states.enterprises);
  const ids = [...new Set([...found.keys(), ...known.values()])].sort((a, b) => a - b);
  const codes = await enterpriseCodes(tx, ids);
  const silent = new Map(Array.from(kept.rows.enterprise, (id, i) => [id, kept.rows.silentMonths[i]!]));
  const back = new Set(kept.recovered);
  return ids.map((id) => ({
    ...{ subjectKind: "enterprise", subject: codes.get(id)!, ...verdictOf(found.get(id), rulesAlone) },
    ...{ silentMonths: Math.max(0, silent.get(id) ?? 0), recovered: back.has(id) },
  }));
}

/** Under rules alone a visit is about those who left. */
const verdictOf = (found: Found | undefined, rulesAlone: boolean): Pick<Weighed, "level" | "rules" | "atRisk"> =>
  found === undefined
    ? { level: -1, rules: [], atRisk: Number.NaN }
    : {
        level: found.level,
        rules: found.reached,
        atRisk: rulesAlone ? (found.fall?.people ?? Number.NaN) : found.atRisk,
      };
