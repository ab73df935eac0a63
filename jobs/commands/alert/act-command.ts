import type { LifeAction } from "../../../models/alert/actions.ts";
import type { Change } from "../../../models/alert/life.ts";
import { dayOf } from "../../../models/instant.ts";
import { type Text, text } from "../../../models/text.ts";
import { namesOf } from "../../../src/db/register.ts";
import { actOnAlert } from "../../alerts/act.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec, Options } from "../command.ts";
import { dateOption } from "../values.ts";
import { alertLine } from "./alert-words.ts";

/** The options an action takes, by the part of the change that they fill. */
const OPTIONS: Readonly<Record<string, readonly [flags: string, description: Text]>> = {
  reason: ["--reason <text>", text("原因", "why")],
  outcome: [
    "--outcome <code>",
    text(
      "结果：no-layoff、reduced、layoff、data-error、transfer",
      "outcome: no-layoff, reduced, layoff, data-error, transfer",
    ),
  ],
  until: ["--until <YYYY-MM-DD>", text("截止日期", "until when")],
  owner: ["--to <name>", text("负责人", "whom")],
};

const BY = ["--by <name>", text("操作人（默认当前登录名）", "who does it (default: login name)")] as const;

interface ActCommand {
  readonly name: string;
  readonly action: LifeAction;
  readonly takes: readonly ("reason" | "outcome" | "until" | "owner")[];
  readonly summary: Text;
  readonly example: string;
}

/** A command that does one thing to one or several alerts. */
export function actCommand({ name, action, takes, summary, example }: ActCommand): CommandSpec {
  return {
    usage: `alert ${name} <numbers...>`,
    summary,
    options: [...takes.map((part) => OPTIONS[part]!), BY],
    examples: [`wengang alert ${name} ${example}`],
    run: async (numbers, options, { where, clock, environment }) => {
      const { db, profile } = await openSession(where, false);
      try {
        const change = changeOf(action, options, environment.user);
        const lines: Text[] = [];
        const done: unknown[] = [];
        for (const number of numbers) {
          const alert = await actOnAlert(db, number, change, { profile, clock });
          const names = await namesOf(db, [alert.subject]);
          lines.push(alertLine(alert, names.get(alert.subject) ?? profile.title.zh, profile));
          done.push({ number, ...alert.life });
        }
        return { lines, json: { on: dayOf(clock()), alerts: done } };
      } finally {
        await db.close();
      }
    },
  };
}

function changeOf(action: LifeAction, options: Options, user: string): Change {
  const value = (name: string) => (typeof options[name] === "string" ? options[name] : undefined);
  const until = value("until");
  const { reason, outcome, to, by } = {
    reason: value("reason"),
    outcome: value("outcome"),
    to: value("to"),
    by: value("by"),
  };
  return {
    ...{ action, actor: by ?? user },
    ...(reason === undefined ? {} : { reason }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(to === undefined ? {} : { owner: to }),
    ...(until === undefined ? {} : { until: dateOption(until, "--until") }),
  };
}
