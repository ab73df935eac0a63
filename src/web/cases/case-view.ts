import { caseOf } from "../../../models/case/case.ts";
import { deadlineRules } from "../../../models/case/deadline-rules.ts";
import { deadlinesOf } from "../../../models/case/deadlines.ts";
import type { Profile } from "../../../models/profile.ts";
import { reemploymentTotal } from "../../../models/reemployment.ts";
import { stepsOf } from "../../db/case.ts";
import { reemploymentOf } from "../../db/reemployment.ts";
import { casesInReach, type ListedCase } from "../../db/scope/cases-in-reach.ts";
import type { Asked } from "../asked.ts";
import { notFound } from "../shell/problems.ts";
import type { CaseView } from "./case-answer.ts";

/** More than are shown: the oldest are found by their enterprise. */
const MOST = 200;

export const casesView = (asked: Asked<{ query: { state?: string | undefined } }>): Promise<{ cases: ListedCase[] }> =>
  asked.read(async (tx, reach) => {
    const open = asked.input.query.state === "all" ? null : asked.input.query.state !== "closed";
    return { cases: await casesInReach(tx, reach, { open, enterprise: null, number: null }, MOST) };
  });

/** One case with what its steps make of it; as if it were not there when it is another enterprise's. */
export const caseView = (
  asked: Asked<{ params: { code: string; number: string } }>,
  profile: Profile,
): Promise<CaseView> =>
  asked.read(async (tx, reach) => {
    const { code, number } = asked.input.params;
    const [listed] = await casesInReach(tx, reach, { open: null, enterprise: code, number }, 1);
    if (!listed) throw notFound();
    const steps = (await stepsOf(tx, [listed.id])).get(listed.id) ?? [];
    const now = caseOf(steps.map(({ taken }) => taken));
    const groups = await reemploymentOf(tx, code);
    const placed = { groups, total: reemploymentTotal(groups, null) };
    return { listed, now, deadlines: deadlinesOf(now, deadlineRules(profile)), steps, placed };
  });
