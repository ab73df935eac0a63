import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Profile } from "../../models/profile.ts";
import { finishedSteps, latestRuns } from "../../src/db/run.ts";
import { simulateCounty } from "../../src/simulate/county.ts";
import { writeCounty } from "../../src/simulate/write.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { simulatedUntil } from "../commands/simulate.ts";
import { countyOrder } from "../county-order.ts";
import { importDeliveries } from "../import.ts";
import { noProgress } from "../progress.ts";
import { runMonth } from "../run/month-run.ts";
import { openSession } from "../session.ts";
import { type Measure, seconds } from "./table.ts";

/** A county of 3,000 × 36 on the embedded database, from an empty folder to the last month's report, and where the time goes. */
export async function measureCounty(profile: Profile): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), "wengang-bench-"));
  const spent = new Map<string, number>();
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = Date.now();
    const result = await work();
    spent.set(what, (spent.get(what) ?? 0) + Date.now() - began);
    return result;
  };
  const county = simulateCounty({ enterprises: 3000, months: 36, seed: 1, lastMonth: simulatedUntil, profile });
  const { db } = await timed("open an empty folder", () =>
    openSession({ database: undefined, dataDir: join(folder, "data"), profile: profile.name }, true),
  );
  try {
    await timed("simulate and write", () => writeCounty(county, folder));
    const order = countyOrder(profile, county);
    const deliveries = (await fileDeliveries([folder])).filter((d) => d.name.endsWith(".csv"));
    await timed("import", () => importDeliveries(db, deliveries, order, noProgress));
    const runOrder = {
      profile,
      asOf: county.asOf,
      holder: "bench",
      workers: 1,
      clock: Date.now,
      pull: async () => ({}),
    };
    for (let month = county.first; month <= county.last; month++)
      await timed("36 month runs", () => runMonth(db, month, runOrder, noProgress));
    for (const run of await latestRuns(db))
      for (const [step, { milliseconds }] of await finishedSteps(db, run))
        spent.set(`  of which ${step}`, (spent.get(`  of which ${step}`) ?? 0) + milliseconds);
  } finally {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  }
  const whole = [...spent].filter(([what]) => !what.startsWith(" ")).reduce((sum, [, ms]) => sum + ms, 0);
  const share = (ms: number) => ({ value: seconds(ms), ratio: ms / whole });
  return [
    { what: "3,000 × 36, empty folder to last report", value: seconds(whole) },
    ...[...spent].map(([what, ms]) => ({ what, ...share(ms) })),
  ];
}
