import type { Action } from "../../../models/rights/actions.ts";
import type { Role } from "../../../models/rights/roles.ts";
import type { Stage } from "../../../models/sign-in/stage.ts";
import type { Db } from "../../../src/db/db.ts";
import type { Route } from "../../../src/web/route.ts";
import { expectedScope } from "../../models/rights/cells.ts";
import type { Answered } from "./service.ts";

/** How an enterprise stands to everybody in the matrix, who all have department miit, region 500237001 and the name 张三. */
export interface Relation {
  readonly code: string;
  readonly department: boolean;
  readonly region: boolean;
  readonly assigned: boolean;
}

export const OWN = { departments: ["miit"], regions: ["500237001"], specialist: "张三" };

const BOTH = [true, false];

/** Places eight enterprises in all eight ways, each with an open alert. */
export async function placeRelations(db: Db, run: number): Promise<Relation[]> {
  const codes = await db.query<{ id: number; code: string }>("select id, code from enterprise order by id limit 8");
  const ways = BOTH.flatMap((department) =>
    BOTH.flatMap((region) => BOTH.map((assigned) => ({ department, region, assigned }))),
  );
  await db.query("delete from alert_decision where run_id = $1", [run]);
  for (const [i, { id, code }] of codes.entries()) {
    const { department, region, assigned } = ways[i]!;
    await db.query(
      "update enterprise_scope set departments = $2, region = $3, specialist = $4 where enterprise_id = $1",
      [
        id,
        department ? ["miit", "hrss"] : ["commerce"],
        region ? "500237001" : "500237002",
        assigned ? "张三" : "李四",
      ],
    );
    const [alert] = await db.query<{ id: number }>(
      "insert into alert (number, subject_kind, subject, opened_month, opened_run) values ('YJ-' || $1, 'enterprise', $1, 1, $2) returning id",
      [code, run],
    );
    await db.query(
      `insert into alert_decision (run_id, subject_kind, subject, month, alert_id, level_after, months_below, months_clear, repeat, send,
         reason, month_reason, rules, explanation)
       values ($1, 'enterprise', $2, 1, $3, 'red', 0, 0, false, true, 'opened', 'opened', '[]', '{"zh":"因","en":"why"}')`,
      [run, code, alert!.id],
    );
  }
  return codes.map(({ code }, i) => ({ code, ...ways[i]! }));
}

/** Who comes: a role, and how far it has proved itself. */
export type Standing =
  | "full"
  | "first-factor"
  | "waiting"
  | "ended"
  | "disabled"
  | "token-read"
  | "token-change"
  | "token-over";

/** How far each has got whom a session is known of. */
const STAGES: Readonly<Partial<Record<Standing, Stage>>> = {
  full: "full",
  "first-factor": "second-factor",
  waiting: "waiting",
};

/** Said a second time, as everything here. */
export const IN_PERSON: readonly Action[] = [
  ...(["issue-report", "reveal-address", "manage-channels", "manage-people", "grant-rights"] as const),
  ...(["manage-security", "read-audit", "own-account"] as const),
];
const READS: readonly Action[] = [
  ...(["read-report", "read-enterprise", "read-finances", "read-alerts", "read-cases", "export"] as const),
  ...(["preview-thresholds", "reveal-address", "read-audit", "read-metrics", "read-routes", "read-data"] as const),
];

/** Whether a right reaches an enterprise, by the second table of rights and nothing of the code under test. */
export function reaches(role: Role, action: Action, { department, region, assigned }: Relation): boolean {
  const scope = expectedScope(role, action);
  if (scope === "all") return true;
  return (scope === "department" && department) || (scope === "region" && region) || (scope === "assigned" && assigned);
}

export function isExpected(
  route: Route,
  role: Role | null,
  standing: Standing | "nobody",
  relation: Relation | null,
): boolean {
  const { rule } = route;
  if ("open" in rule) return standing !== "token-over"; // a token that no longer holds is an error wherever it is shown
  if (
    role === null ||
    standing === "nobody" ||
    standing === "ended" ||
    standing === "disabled" ||
    standing === "token-over"
  )
    return false;
  const token = standing.startsWith("token");
  if ("stage" in rule) return !token && rule.stage.includes(STAGES[standing]!);
  if (standing === "first-factor" || standing === "waiting") return false;
  if (token && IN_PERSON.includes(rule.right)) return false;
  if (standing === "token-read" && !READS.includes(rule.right)) return false;
  if (relation !== null) return reaches(role, rule.right, relation);
  const scope = expectedScope(role, rule.right);
  return rule.over === "place" ? scope === "all" : scope !== "none";
}

const REFUSALS = /^(not-signed-in|refused-[a-z-]+|token-too-narrow|led-on|form-stale)$/;

/**
 * Whether somebody was let in, by the code that the service logged: what happened then, a wrong field say, is another matter.
 * That there is no such enterprise is what whoever may not see it is told.
 */
export function isLetIn(route: Route, { status }: Answered, logged: string): boolean {
  if (status === 429) throw new Error("the matrix was slowed down: it says nothing");
  const { problem } = JSON.parse(logged) as { problem?: string };
  if (problem === "not-found") return !("right" in route.rule && route.rule.over === "enterprise");
  const refused = problem !== undefined && REFUSALS.test(problem);
  if (refused && status !== 303 && status < 400)
    throw new Error(`refused with ${problem}, yet answered with ${status}`);
  return !refused;
}
