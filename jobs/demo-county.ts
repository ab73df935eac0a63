import { availableParallelism } from "node:os";
import { join } from "node:path";
import { formatMonth, type Month } from "../models/month.ts";
import { Problem } from "../models/problem.ts";
import { closingDay } from "../models/replay/closing-day.ts";
import { type Language, type Text, text } from "../models/text.ts";
import { readEnvironment } from "../src/config.ts";
import { type SimulatedCounty, simulateCounty } from "../src/simulate/county.ts";
import { writeCounty } from "../src/simulate/write.ts";
import { fileDeliveries } from "../src/sources/file.ts";
import type { CommandContext } from "./commands/command.ts";
import { DEFAULT_PORT } from "./commands/serve.ts";
import { simulatedUntil } from "./commands/simulate.ts";
import { countyOrder } from "./county-order.ts";
import { describeFindings } from "./demo-findings.ts";
import { describeSupport } from "./demo-support.ts";
import { importDeliveries } from "./import.ts";
import { noProgress, showProgress } from "./progress.ts";
import { runMonth } from "./run/month-run.ts";
import { serveUntilStopped } from "./serve.ts";
import { openSession, type Session } from "./session.ts";
import { demoLines } from "./web/demo-link.ts";
import { webOptions } from "./web/web-options.ts";

const ENTERPRISES = 3000;
const MONTHS = 36;
const SEED = 1;

export interface DemoOrder {
  readonly folder: string;
  /** Stop after printing instead of serving. */
  readonly once: boolean;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** A county from nothing: simulated, imported, run month by month as it would have been, told, served. */
export async function runDemo({ folder, once, language, signal }: DemoOrder): Promise<void> {
  const say = (line: Text) => void process.stdout.write(`${line[language]}\n`);
  const began = Date.now();
  const where = { database: undefined, dataDir: join(folder, "data"), profile: "wushan" };
  const session = await openSession(where, true);
  try {
    const { db, profile } = session;
    say(
      text(
        `【模拟数据】${profile.title.zh}：${ENTERPRISES} 户企业，${MONTHS} 个月，种子 ${SEED}`,
        `[simulated data] ${profile.title.en}: ${ENTERPRISES} enterprises, ${MONTHS} months, seed ${SEED}`,
      ),
    );
    const county = simulateCounty({
      enterprises: ENTERPRISES,
      months: MONTHS,
      seed: SEED,
      lastMonth: simulatedUntil,
      profile,
    });
    await takeIn(session, county, join(folder, "county"), signal);
    await runMonths(session, county, signal);
    for (const line of await describeFindings(db, profile, county)) say(line);
    for (const line of await describeSupport(db, county)) say(line);
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    say(text(`用时 ${seconds} 秒。`, `Took ${seconds} s.`));
    const environment = readEnvironment();
    const context = {
      environment,
      language,
      signal,
      where,
      clock: Date.now,
      workers: availableParallelism(),
      progress: noProgress,
      say,
    };
    if (!once) await serveSomewhere(session, context);
  } finally {
    await session.db.close();
  }
}

/** On the usual port, or on any free one when that is taken: nobody should wait half a minute to hear "taken". */
async function serveSomewhere(session: Session, context: CommandContext): Promise<void> {
  const served = { ...(await webOptions(session, context)), log: FAULTS_ONLY };
  const order = { origin: null, greet: (origin: string) => demoLines(session.db, origin, Date.now()) };
  try {
    await serveUntilStopped(served, { ...order, port: Number(DEFAULT_PORT) }, context);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "port-taken") throw error;
    await serveUntilStopped(served, { ...order, port: 0 }, context);
  }
}

/** Who tries the demo reads what it found; only what went wrong is worth a line between. */
const FAULTS_ONLY = {
  write: (line: string) => {
    if (line.includes('"msg":"fault"')) process.stderr.write(line);
  },
};

async function takeIn(
  { db, profile }: Session,
  county: SimulatedCounty,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  await writeCounty(county, folder);
  const order = { ...countyOrder(profile, county), signal };
  await importDeliveries(db, await fileDeliveries([folder]), order, showProgress(process.stderr, Date.now));
}

/** Each month is run on its closing day, knowing what was known then: late and revised reports come as they came. */
async function runMonths({ db, profile }: Session, county: SimulatedCounty, signal: AbortSignal): Promise<void> {
  const progress = showProgress(process.stderr, Date.now);
  progress.start("36 × run", county.last - county.first + 1);
  for (let month: Month = county.first; month <= county.last; month++) {
    const asOf = closingDay(month, profile.calendar.closeDay.value);
    const order = {
      profile,
      asOf,
      holder: "demo",
      workers: availableParallelism(),
      clock: Date.now,
      signal,
      pull: async () => ({}),
    };
    await runMonth(db, month, order, noProgress);
    progress.advance(1);
  }
  progress.finish(`${formatMonth(county.first)} … ${formatMonth(county.last)}`);
}
