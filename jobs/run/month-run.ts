import { formatMonth, type Month } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { regimeIn } from "../../models/regime.ts";
import type { Db } from "../../src/db/db.ts";
import { isReported } from "../../src/db/headcount.ts";
import { fence, type Lease, leaseHolder, releaseLease, renewLease, takeLease } from "../../src/db/lease.ts";
import { regimeChanges } from "../../src/db/regime.ts";
import {
  abandonOthers,
  type Counts,
  finishedSteps,
  finishRun,
  finishStep,
  type Run,
  runBefore,
  sameRun,
  startRun,
} from "../../src/db/run.ts";
import { thresholdsIn } from "../../src/db/threshold-set.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import type { Progress } from "../progress.ts";
import { checkMonth } from "./check.ts";
import { contextOf } from "./context.ts";
import { countMonth } from "./counts.ts";
import { decideAlerts } from "./decide.ts";
import { countIndustries } from "./industries.ts";
import { judgeYear } from "./judge.ts";
import { busy, emptyMonth, nothingKnown } from "./refusals.ts";
import { writeReports } from "./reports/write.ts";
import { riskModelInUse } from "./risk-model.ts";
import { scoreEnterprises } from "./score.ts";
import { buildSeries } from "./series.ts";
import type { Step } from "./step.ts";

/** The month run, in order. Each step is one transaction; `pull` goes before, because it settles what there is to run on. */
export const STEPS: readonly Step[] = [
  { name: "check", work: checkMonth },
  { name: "series", work: buildSeries },
  { name: "score", work: scoreEnterprises },
  { name: "industries", work: countIndustries },
  { name: "decide", work: decideAlerts },
  { name: "counts", work: countMonth },
  { name: "judge", work: judgeYear },
  { name: "report", work: writeReports },
];

/** The scoring program; a run says it together with the risk model that it used. */
export const MODEL = "moderated-t-1";
const LEASE = "month-run";
const LEASE_SECONDS = 60;

export interface RunOrder {
  readonly profile: Profile;
  /** Known by this date counts; later figures are not looked at. */
  readonly asOf: string;
  /** Who runs: told to others who find the lease taken. */
  readonly holder: string;
  readonly workers: number;
  readonly clock: () => number;
  readonly signal?: AbortSignal;
  /** Brings in what the profile's own sources have; runs before the month is looked at. */
  readonly pull: () => Promise<Counts>;
  /** Told before each step; a test stops the world here. */
  readonly onStep?: (step: string, when: "before" | "after") => Promise<void> | void;
}

export interface RunOutcome {
  readonly run: Run;
  /** false: this month had already been run on exactly this data, these thresholds and the same months before, and nothing was changed. */
  readonly changed: boolean;
  readonly steps: ReadonlyMap<string, { readonly counts: Counts; readonly milliseconds: number }>;
}

/** Runs one month to its end, going on where an interrupted run stopped. One runner at a time. */
export async function runMonth(db: Db, month: Month, order: RunOrder, progress: Progress): Promise<RunOutcome> {
  const lease = await takeLease(db, LEASE, order.holder, LEASE_SECONDS);
  if (!lease) throw busy(await leaseHolder(db, LEASE));
  const renewal = setInterval(
    () => void renewLease(db, lease, LEASE_SECONDS).catch(() => {}),
    (LEASE_SECONDS * 1000) / 3,
  );
  try {
    const run = await findOrStart(db, month, order, lease);
    const changed = run.state === "running";
    if (changed) await goThrough(db, run, order, lease, progress);
    return { run: { ...run, state: "done" }, changed, steps: await finishedSteps(db, run) };
  } finally {
    clearInterval(renewal);
    await releaseLease(db, lease).catch(() => {}); // the database may be gone; the lease then runs out by itself
  }
}

async function findOrStart(db: Db, month: Month, order: RunOrder, lease: Lease): Promise<Run> {
  await order.onStep?.("pull", "before");
  const began = order.clock();
  const pulled = await order.pull();
  const vintage = await vintageAsOf(db, order.asOf);
  if (!vintage) throw await nothingKnown(db, order.asOf);
  if (!(await isReported(db, month, vintage))) throw await emptyMonth(db, month, order.asOf, vintage);
  const thresholds = await thresholdsIn(db, month);
  if (!thresholds) throw new Error("the database has no threshold set; init puts the profile's first one there");
  const afterRun = (await runBefore(db, month))?.id ?? null;
  const model = `${MODEL}/${(await riskModelInUse(db)).name}`;
  const regimeId = regimeIn(await regimeChanges(db), month)?.id ?? null;
  const key = { month, vintage, thresholdSetId: thresholds.id, model, afterRun, regimeId };
  const same = await sameRun(db, key);
  await abandonOthers(db, month, same?.id ?? 0);
  if (same) return same; // done, or interrupted and to be gone on with
  const run = await db.transaction(async (tx) => {
    const started = await startRun(tx, { ...key, asOf: order.asOf });
    await finishStep(tx, started, "pull", lease.fence, pulled, order.clock() - began);
    await fence(tx, lease);
    return started;
  });
  await order.onStep?.("pull", "after");
  return run;
}

async function goThrough(db: Db, run: Run, order: RunOrder, lease: Lease, progress: Progress): Promise<void> {
  const contextIn = await contextOf(db, run, { profile: order.profile, workers: order.workers, progress });
  const done = await finishedSteps(db, run);
  for (const step of STEPS) {
    if (done.has(step.name)) continue;
    order.signal?.throwIfAborted();
    await order.onStep?.(step.name, "before");
    progress.start(`${formatMonth(run.month)} ${step.name}`);
    const began = order.clock();
    const counts = await db.transaction(async (tx) => {
      const counted = await step.work(contextIn(tx, new Date(began).toISOString()));
      await finishStep(tx, run, step.name, lease.fence, counted, order.clock() - began);
      if (step === STEPS.at(-1)) await finishRun(tx, run);
      await fence(tx, lease);
      return counted;
    });
    progress.finish(describe(counts));
    await order.onStep?.(step.name, "after");
  }
}

const describe = (counts: Counts): string =>
  Object.entries(counts)
    .map(([name, value]) => `${name} ${value.toLocaleString("en-US")}`)
    .join(" · ");
