import { dayOf } from "../../../models/instant.ts";
import { formatMonth } from "../../../models/month.ts";
import { outcomeOf, type PlanOutcome } from "../../../models/statute/plan.ts";
import { type Text, text } from "../../../models/text.ts";
import { headcountsOf } from "../../../src/db/headcount.ts";
import { plans, type StoredPlan } from "../../../src/db/layoff-plan.ts";
import { vintageAsOf } from "../../../src/db/vintage.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { optional } from "../values.ts";

export const showCommand: CommandSpec = {
  usage: "layoff show",
  summary: text("已登记的裁员方案与实际人数变化对照", "filed plans against what then happened"),
  options: [["--enterprise <code>", text("只看某一企业", "of one enterprise only")]],
  examples: ["wengang layoff show", "wengang layoff show --enterprise 91500237MA60000084"],
  run: async (_args, options, { where, clock }) => {
    const { db } = await openSession(where, false);
    try {
      const found = await plans(db, optional(options, "enterprise") ?? null);
      const vintage = await vintageAsOf(db, dayOf(clock()));
      const outcomes: { plan: StoredPlan; outcome: PlanOutcome }[] = [];
      for (const plan of found)
        outcomes.push({
          plan,
          outcome: outcomeOf(plan, vintage ? await headcountsOf(db, plan.enterprise, vintage) : []),
        });
      const lines = outcomes.map(({ plan, outcome }) => planLine(plan, outcome));
      return {
        lines: lines.length === 0 ? [text("没有登记的裁员方案。", "No plans were filed.")] : lines,
        json: { plans: outcomes },
      };
    } finally {
      await db.close();
    }
  },
};

const VERDICTS: Readonly<Record<PlanOutcome["verdict"], Text>> = {
  "not-yet": text("尚无后续用工数据", "nothing reported since"),
  none: text("未见净减少", "no net loss"),
  fewer: text("少于方案", "fewer than planned"),
  "as-planned": text("与方案一致", "as planned"),
  more: text("多于方案", "more than planned"),
};

function planLine(
  { id, enterprise, filedOn, startsOn, people, staff }: StoredPlan,
  { lost, to, verdict }: PlanOutcome,
): Text {
  const since = lost === null || to === null ? "" : `${formatMonth(to)} ${-lost}`;
  return text(
    `${id}  ${enterprise}  ${filedOn}报告，${startsOn}起裁${people}/${staff}人  ${VERDICTS[verdict].zh} ${since}`,
    `${id}  ${enterprise}  filed ${filedOn}, ${people} of ${staff} from ${startsOn}  ${VERDICTS[verdict].en} ${since}`,
  );
}
