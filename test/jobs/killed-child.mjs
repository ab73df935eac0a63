// Runs one month with the compiled code and kills itself, hard, at the step it is told.
import { noProgress } from "../../dist/jobs/progress.js";
import { runMonth } from "../../dist/jobs/run/month-run.js";
import { openPglite } from "../../dist/src/db/pglite.js";
import { openPostgres } from "../../dist/src/db/postgres.js";
import { loadProfile } from "../../dist/src/profiles/profiles.js";

const [, , where, month, asOf, step, when] = process.argv;
const db = where.startsWith("postgres:") ? await openPostgres(where) : await openPglite(where);
const onStep = (name, at) => {
  if (name === step && at === when) process.kill(process.pid, "SIGKILL");
};
const order = {
  profile: loadProfile("wushan"),
  asOf,
  holder: `child ${process.pid}`,
  workers: 1,
  clock: () => 0,
  pull: async () => ({}),
  onStep,
};
await runMonth(db, Number(month), order, noProgress);
await db.close();
