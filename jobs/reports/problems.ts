import { Problem } from "../../models/problem.ts";
import { KIND_NAMES, type ReportKind } from "../../models/report-kind.ts";
import { type Text, text } from "../../models/text.ts";

const usage = (code: string, reason: Text, next: Text): Problem => new Problem("usage", code, reason, next);
const missing = (code: string, reason: Text, next: Text, command?: Text): Problem =>
  new Problem("no-data", code, reason, next, command);

export const notRunYet = (month: string): Problem =>
  missing(
    "no-report",
    text(`${month} 还没有报告。`, `There is no report for ${month} yet.`),
    text("月度任务执行后自动形成；请选择已有报告的月份。", "The month run makes it; choose a month that has one."),
    text(`请先执行 wengang run --month ${month}。`, `Run wengang run --month ${month} first.`),
  );

/** There is nothing to review or issue where no figures came in. */
export const noFiguresYet = (title: Text, month: string): Problem =>
  missing(
    "no-figures",
    text(
      `${month} 没有任何企业的用工数据，《${title.zh}》没有可审核、印发的内容。`,
      `No enterprise has figures for ${month}: nothing of "${title.en}" can be reviewed or issued.`,
    ),
    text(
      `请催报、导入数据并执行 wengang run --month ${month}；wengang report 写出说明无数据的草稿，列出未报企业。`,
      `Ask for the figures, import them and run wengang run --month ${month}; wengang report writes a draft that says so, with who was silent.`,
    ),
  );

export function kindNotDue(kind: ReportKind, month: string, due: readonly number[]): Problem {
  const name = KIND_NAMES[kind];
  const months = due.join("、");
  return usage(
    "kind-not-due",
    text(`${month} 没有${name.zh}。`, `${month} has no ${name.en}.`),
    text(`${name.zh}只在 ${months} 月形成。`, `It is made in months ${due.join(", ")} only.`),
  );
}

export const scopeNotFor = (kind: ReportKind): Problem =>
  usage(
    "scope-not-for-kind",
    text(
      `${KIND_NAMES[kind].zh}只有全域一份，不分部门和乡镇街道。`,
      `A ${KIND_NAMES[kind].en} speaks of the whole place: departments and townships have monthly reports alone.`,
    ),
    text(
      "请不指明部门或区划（--department、--region），或改选月度报告（--kind monthly）。",
      "Name no department or region (--department, --region), or ask for the monthly report (--kind monthly).",
    ),
  );

export const bothScopes = (): Problem =>
  usage(
    "scope-twice",
    text("--department 和 --region 不能同时给出。", "--department and --region can't be given together."),
    text("请只给一个。", "Give one of them."),
  );

export const noSuchGroup = (flag: string, given: string, known: readonly string[]): Problem =>
  usage(
    "scope-unknown",
    text(`${flag} 的“${given}”不在地区配置中。`, `${flag}: the profile has no "${given}".`),
    text(`可用：${known.join("、")}。`, `There are: ${known.join(", ")}.`),
  );

export const nobodyThere = (name: Text, month: string): Problem =>
  missing(
    "scope-empty",
    text(
      `${month} 没有${name.zh}的企业用工数据，未形成报告。`,
      `${month} has no report about ${name.en}: no enterprise of it is in the data.`,
    ),
    text("请核对月份和范围。", "Check the month and the scope."),
  );

export const noSuchEvent = (given: string, known: readonly string[]): Problem =>
  missing(
    "event-unknown",
    text(`没有编号为“${given}”的企业动态。`, `There is no event "${given}".`),
    known.length === 0
      ? text(
          "近一年没有企业动态；请先用 wengang event add 登记。",
          "None was reported within a year: wengang event add does.",
        )
      : text(
          `编号写成 企业代码/类型/日期，近期有：${known.join("、")}。`,
          `Events are named CODE/kind/date; the latest are: ${known.join(", ")}.`,
        ),
  );
