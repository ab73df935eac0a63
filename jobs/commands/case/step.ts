import { type Criticality, STEPS, type Step, type StepKind } from "../../../models/case/step.ts";
import { Problem } from "../../../models/problem.ts";
import { type Text, text } from "../../../models/text.ts";
import { namesOf } from "../../../src/db/register.ts";
import { stepCase } from "../../cases/step-case.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec, Options } from "../command.ts";
import { dateOption, numberOption, optional } from "../values.ts";
import { caseLine } from "./case-words.ts";

const PARTS: readonly (readonly [flags: string, description: Text])[] = [
  ["--note <text>", text("说明", "what was said, seen or decided")],
  ["--on <YYYY-MM-DD>", text("发生日期（默认今天）", "day it happened (default today)")],
  ["--due <YYYY-MM-DD>", text("期限", "due date")],
  ["--person <name>", text("人员", "person")],
  ["--criticality <level>", text("紧急程度：high、medium、low", "criticality: high, medium, low")],
  ["--difficulties <codes>", text("困难类型，逗号分隔", "difficulties, separated by commas")],
  ["--measure <code>", text("措施", "measure")],
  ["--alert <number>", text("预警编号", "number of an alert")],
  [
    "--outcome <code>",
    text(
      "结果：no-layoff、reduced、layoff、data-error、transfer",
      "outcome: no-layoff, reduced, layoff, data-error, transfer",
    ),
  ],
  ["--helped <yes|no>", text("处置是否起到作用", "whether what was done helped")],
  ["--kept <n>", text("保住岗位数", "jobs kept by it")],
  ["--by <name>", text("操作人（默认当前登录名）", "who does it (default: login name)")],
];

const KINDS: readonly StepKind[] = (Object.keys(STEPS) as StepKind[]).filter((kind) => kind !== "open");

export const stepCommand: CommandSpec = {
  usage: "case step <kind> <numbers...>",
  summary: text(
    `记录处置步骤，可一次用于多个案件：${KINDS.map((kind) => `${kind}（${STEPS[kind].name.zh}）`).join("、")}`,
    `write a step of one or several cases: ${KINDS.join(", ")}`,
  ),
  options: PARTS,
  examples: [
    "wengang case step visit AJ2026-00007 --note 已走访，订单不足 --on 2026-03-06",
    "wengang case step measure AJ2026-00007 --measure refund --due 2026-03-20",
    "wengang case step assign AJ2026-00007 AJ2026-00008 --person 李敏",
    "wengang case step close AJ2026-00007 --outcome reduced --helped yes --kept 12 --note 部分撤回裁员方案",
  ],
  run: async ([kind, ...numbers], options, { where, clock, environment }) => {
    const { db, profile } = await openSession(where, false);
    try {
      const written = stepOf(kind ?? "", options, environment.user);
      const lines: Text[] = [];
      const done: unknown[] = [];
      for (const number of numbers) {
        const { row, now } = await stepCase(db, number, written, { profile, clock });
        const names = await namesOf(db, [row.enterprise]);
        lines.push(caseLine(row, now, names.get(row.enterprise) ?? row.enterprise));
        done.push({ ...row, ...now });
      }
      return { lines, json: { cases: done } };
    } finally {
      await db.close();
    }
  },
};

function stepOf(kind: string, options: Options, user: string): Step {
  if (!KINDS.includes(kind as StepKind)) throw unknownStep(kind);
  const value = (name: string) => optional(options, name);
  const [helped, kept, on, due] = [value("helped"), value("kept"), value("on"), value("due")];
  const difficulties = value("difficulties")
    ?.split(/[,，、]/)
    .map((code) => code.trim());
  return {
    ...{ kind: kind as StepKind, actor: value("by") ?? user },
    ...given({ note: value("note"), person: value("person"), alert: value("alert"), outcome: value("outcome") }),
    ...given({ measure: value("measure"), difficulties, criticality: value("criticality") as Criticality | undefined }),
    ...given({ on: on && dateOption(on, "--on"), due: due && dateOption(due, "--due") }),
    ...given({ intervened: helped === undefined ? undefined : helped === "yes" }),
    ...given({ kept: kept === undefined ? undefined : numberOption(kept, "--kept", 0, 10_000_000) }),
  };
}

const given = <T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;

const unknownStep = (kind: string): Problem =>
  new Problem(
    "usage",
    "step-unknown",
    text(`没有“${kind}”这种处置步骤。`, `There is no step "${kind}".`),
    text(`可用：${KINDS.join("、")}。`, `There are: ${KINDS.join(", ")}.`),
  );
