import { dayOf } from "../../../models/instant.ts";
import { formatMonth } from "../../../models/month.ts";
import { outcomeOf, PLAN_VERDICTS, type PlanOutcome } from "../../../models/statute/plan.ts";
import { cutsOf, type Slice, slicing } from "../../../models/statute/slicing.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Db } from "../../../src/db/db.ts";
import { headcountsOf } from "../../../src/db/headcount.ts";
import { plans, type StoredPlan } from "../../../src/db/layoff-plan.ts";
import { type Vintage, vintageAsOf } from "../../../src/db/vintage.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { optional } from "../values.ts";

export const showCommand: CommandSpec = {
  usage: "layoff show",
  summary: text(
    "已登记的裁员方案与实际人数变化对照；分次减员累计提示",
    "filed plans against what then happened; small cuts that add up",
  ),
  options: [["--enterprise <code>", text("只看某一企业", "of one enterprise only")]],
  examples: ["wengang layoff show", "wengang layoff show --enterprise 91500237MA60000084"],
  run: async (_args, options, { where, clock }) => {
    const { db } = await openSession(where, false);
    try {
      const asked = optional(options, "enterprise");
      const found = await plans(db, asked ?? null);
      const vintage = await vintageAsOf(db, dayOf(clock()));
      const codes = [...new Set([...(asked === undefined ? [] : [asked]), ...found.map((plan) => plan.enterprise)])];
      const slices: Sliced[] = [];
      for (const code of codes) slices.push(...(await slicedOf(db, code, vintage)));
      const outcomes: { plan: StoredPlan; outcome: PlanOutcome }[] = [];
      for (const plan of found)
        outcomes.push({
          plan,
          outcome: outcomeOf(plan, vintage ? await headcountsOf(db, plan.enterprise, vintage) : []),
        });
      const lines = outcomes.map(({ plan, outcome }) => planLine(plan, outcome));
      return {
        lines: [
          ...(lines.length === 0 ? [text("没有登记的裁员方案。", "No plans were filed.")] : lines),
          ...slices.map(sliceLine),
        ],
        json: { plans: outcomes, slices },
      };
    } finally {
      await db.close();
    }
  },
};

interface Sliced extends Slice {
  readonly enterprise: string;
}

/** Falls below the legal line each that reach it together, as last reported. */
async function slicedOf(db: Db, enterprise: string, vintage: Vintage | null): Promise<readonly Sliced[]> {
  const headcounts = vintage ? await headcountsOf(db, enterprise, vintage) : [];
  const last = headcounts.at(-1);
  const slice = last ? slicing(cutsOf(headcounts), last.month) : null;
  return slice ? [{ ...slice, enterprise }] : [];
}

function sliceLine({ enterprise, months, from, to, people, staff }: Sliced): Text {
  const span = [formatMonth(from), formatMonth(to)];
  return text(
    `${enterprise}  ${span.join("至")}分次净减少${people}/${staff}人，每次均未达法定线，${months}个月累计达到（非法定口径：法律未规定累计期间；净减少不等于裁员）`,
    `${enterprise}  ${people} of ${staff} fewer from ${span.join(" to ")} in steps below the legal line each, which reach it together within ${months} months (not statutory: the law names no window; net loss is not layoff)`,
  );
}

function planLine(
  { id, enterprise, filedOn, startsOn, people, staff }: StoredPlan,
  { lost, to, verdict }: PlanOutcome,
): Text {
  const since = lost === null || to === null ? "" : `${formatMonth(to)} ${-lost}`;
  return text(
    `${id}  ${enterprise}  ${filedOn}报告，${startsOn}起裁${people}/${staff}人  ${PLAN_VERDICTS[verdict].zh} ${since}`,
    `${id}  ${enterprise}  filed ${filedOn}, ${people} of ${staff} from ${startsOn}  ${PLAN_VERDICTS[verdict].en} ${since}`,
  );
}
