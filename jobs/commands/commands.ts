import { type Text, text } from "../../models/text.ts";
import { alertCommands } from "./alert/alert.ts";
import { audit } from "./audit.ts";
import { backtest } from "./backtest.ts";
import { bench } from "./bench.ts";
import { caseCommands } from "./case/case.ts";
import type { CommandSpec } from "./command.ts";
import { deliver } from "./deliver.ts";
import { dispatch } from "./dispatch.ts";
import { eventCommands } from "./event.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { init } from "./init.ts";
import { layoffCommands } from "./layoff/layoff.ts";
import { notifyTest } from "./notify.ts";
import { pauseCommands } from "./pause.ts";
import { person } from "./person.ts";
import { policies } from "./policies.ts";
import { recipientCommands } from "./recipient/recipient.ts";
import { regimeCommands } from "./regime.ts";
import { reportCommands } from "./report/report.ts";
import { run } from "./run.ts";
import { scorecard } from "./scorecard.ts";
import { serve } from "./serve.ts";
import { simulate } from "./simulate.ts";
import { status } from "./status.ts";
import { thresholdCommands } from "./thresholds.ts";
import { train } from "./train.ts";

/** The command line, in the order a county meets it. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  importCommand,
  run,
  status,
  ...eventCommands,
  ...alertCommands,
  ...caseCommands,
  ...pauseCommands,
  ...layoffCommands,
  ...regimeCommands,
  dispatch,
  ...recipientCommands,
  deliver,
  notifyTest,
  serve,
  person,
  audit,
  ...reportCommands,
  policies,
  explainCommand,
  exportCommand,
  train,
  ...thresholdCommands,
  backtest,
  scorecard,
  simulate,
  bench,
];

/** What the groups of commands are about. */
export const GROUPS: Readonly<Record<string, Text>> = {
  event: text("企业动态", "events of enterprises"),
  alert: text("预警：签收、处置、办结", "alerts: acknowledge, take in hand, close"),
  case: text("处置案件：走访、措施、结案", "cases: visits, measures, outcome"),
  pause: text("停提醒安排", "planned pauses"),
  regime: text("预警方式：只用规则或恢复常规", "by what is alerted: rules only, or as usual"),
  thresholds: text("阈值方案的版本：保存、审核、恢复", "versions of the threshold set: save, approve, roll back"),
  notify: text(
    "通知渠道（渝快政和短信尚未与真实服务联调）",
    "channels that reach people (渝快政 and text messages are untested against the real services)",
  ),
  recipient: text("接收人、外出代班、值班", "recipients, deputies, duty"),
  layoff: text("裁员：第四十一条核对、方案登记、再就业", "layoffs: art. 41, filed plans, re-employment"),
};
