import { audit } from "./audit.ts";
import { backtest } from "./backtest.ts";
import { bench } from "./bench.ts";
import type { CommandSpec } from "./command.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { init } from "./init.ts";
import { person } from "./person.ts";
import { report } from "./report.ts";
import { run } from "./run.ts";
import { serve } from "./serve.ts";
import { simulate } from "./simulate.ts";
import { status } from "./status.ts";
import { train } from "./train.ts";

/** The command line, in the order a county meets it. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  importCommand,
  run,
  status,
  serve,
  person,
  audit,
  report,
  exportCommand,
  train,
  backtest,
  simulate,
  bench,
];
