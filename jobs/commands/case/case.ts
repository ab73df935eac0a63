import { deadlineRules } from "../../../models/case/deadline-rules.ts";
import { deadlinesOf } from "../../../models/case/deadlines.ts";
import { dayOf } from "../../../models/instant.ts";
import { type Text, text } from "../../../models/text.ts";
import { alertsById } from "../../../src/db/alert-life.ts";
import { alertsOfCase, caseNumbered, cases, stepsOf } from "../../../src/db/case.ts";
import { namesOf } from "../../../src/db/register.ts";
import { noSuchCase } from "../../cases/problems.ts";
import { caseNow } from "../../cases/step-case.ts";
import { supportLines } from "../../policy/support-lines.ts";
import { openSession } from "../../session.ts";
import { alertLine } from "../alert/alert-words.ts";
import type { CommandSpec } from "../command.ts";
import { caseLine, deadlineLine, stepLine } from "./case-words.ts";
import { stepCommand } from "./step.ts";

const list: CommandSpec = {
  usage: "case list",
  summary: text("列出处置案件（默认未结案的）", "list cases (default: those that are open)"),
  options: [
    ["--all", text("包括已结案的", "closed ones too")],
    ["--referent <name>", text("只列某人负责的", "of one referent only")],
    ["--enterprise <code>", text("只列某一企业", "of one enterprise only")],
  ],
  examples: ["wengang case list", "wengang case list --referent 王小明"],
  run: async (_args, options, { where }) => {
    const { db } = await openSession(where, false);
    try {
      const rows = await cases(db, {
        ...(options.all === true ? {} : { open: true }),
        ...(options.referent === undefined ? {} : { referent: String(options.referent) }),
        ...(options.enterprise === undefined ? {} : { enterprise: String(options.enterprise) }),
      });
      const names = await namesOf(
        db,
        rows.map(({ enterprise }) => enterprise),
      );
      const lines: Text[] = [];
      for (const row of rows)
        lines.push(caseLine(row, await caseNow(db, row), names.get(row.enterprise) ?? row.enterprise));
      return {
        lines: lines.length === 0 ? [text("没有处置案件。", "There are no cases.")] : lines,
        json: { cases: rows },
      };
    } finally {
      await db.close();
    }
  },
};

const show: CommandSpec = {
  usage: "case show <number>",
  summary: text("查看一个处置案件：经过、期限、关联预警", "one case: what happened, what is due, which alerts"),
  options: [],
  examples: ["wengang case show AJ2026-00007"],
  run: async ([number], _options, { where, clock }) => {
    const { db, profile } = await openSession(where, false);
    try {
      const row = await caseNumbered(db, number ?? "");
      if (!row) throw noSuchCase(number ?? "");
      const now = await caseNow(db, row);
      const names = await namesOf(db, [row.enterprise]);
      const name = names.get(row.enterprise) ?? row.enterprise;
      const alerts = [...(await alertsById(db, await alertsOfCase(db, row.id))).values()];
      const deadlines = deadlinesOf(now, deadlineRules(profile));
      const steps = (await stepsOf(db, [row.id])).get(row.id) ?? [];
      const today = dayOf(clock());
      return {
        lines: [
          caseLine(row, now, name),
          ...alerts.map((alert) => alertLine(alert, name, profile)).map(({ zh, en }) => text(`  ${zh}`, `  ${en}`)),
          text("期限：", "Due:"),
          ...deadlines.map((one) => deadlineLine(one, now, today, profile)),
          ...(await supportLines(db, profile, row.enterprise, today)),
          text("经过：", "What happened:"),
          ...steps.map((step) => stepLine(step, profile)),
        ],
        json: { ...row, ...now, deadlines, steps },
      };
    } finally {
      await db.close();
    }
  },
};

/** Everything one does with cases on the command line. */
export const caseCommands: readonly CommandSpec[] = [list, show, stepCommand];
