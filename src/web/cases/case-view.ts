import { caseOf } from "../../../models/case/case.ts";
import { deadlineRules } from "../../../models/case/deadline-rules.ts";
import { deadlinesOf } from "../../../models/case/deadlines.ts";
import type { Profile } from "../../../models/profile.ts";
import { reemploymentTotal } from "../../../models/reemployment.ts";
import { stepsOf } from "../../db/case.ts";
import { reemploymentOf } from "../../db/reemployment.ts";
import { caseInReach, casesInReach } from "../../db/scope/cases-in-reach.ts";
import type { Asked } from "../asked.ts";
import { notFound, unknownCursor } from "../shell/problems.ts";
import type { CasesView, CaseView } from "./case-answer.ts";
import { firstOf, stillOwed, withNextDue } from "./owed.ts";

const PAGE = 50;

interface ListInput {
  readonly query: { readonly state?: string | undefined; readonly after?: string | undefined };
}

/** Cases within reach, the newest first, a page at a time. */
export const casesView = (asked: Asked<ListInput>, profile: Profile): Promise<CasesView> =>
  asked.read(async (tx, reach) => {
    const { state, after } = asked.input.query;
    if (after && !(await caseInReach(tx, reach, after))) throw unknownCursor();
    const open = state === "all" ? null : state !== "closed";
    const found = await casesInReach(tx, reach, { open, enterprise: null }, { after: after || null, size: PAGE + 1 });
    const shown = await withNextDue(tx, found.slice(0, PAGE), profile);
    return { cases: shown, next: found.length > PAGE ? shown.at(-1)!.number : null };
  });

/** One case with what its steps make of it; as if it were not there when it is another enterprise's. */
export const caseView = (
  asked: Asked<{ params: { code: string; number: string } }>,
  profile: Profile,
): Promise<CaseView> =>
  asked.read(async (tx, reach) => {
    const { code, number } = asked.input.params;
    const listed = await caseInReach(tx, reach, number);
    if (listed?.enterprise !== code) throw notFound();
    const steps = (await stepsOf(tx, [listed.id])).get(listed.id) ?? [];
    const now = caseOf(steps.map(({ taken }) => taken));
    const deadlines = deadlinesOf(now, deadlineRules(profile));
    const groups = await reemploymentOf(tx, code);
    const placed = { groups, total: reemploymentTotal(groups, null) };
    const nextDue = now.state === "open" ? firstOf(stillOwed(deadlines)) : null;
    return { listed: { ...listed, nextDue }, now, deadlines, steps, placed };
  });
