import { z } from "zod";
import { withEdits } from "../../../models/lab/tunable.ts";
import { parseMonth } from "../../../models/month.ts";
import type { Action } from "../../../models/rights/actions.ts";
import { withGroups } from "../../../models/strictness.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Threshold } from "../../../models/threshold.ts";
import type { Db } from "../../db/db.ts";
import { thresholdSet } from "../../db/threshold-set.ts";
import { restoreVersion, saveVersion, stepVersion, type VersionDeed } from "../../db/threshold-version.ts";
import { type Asked, type Note, personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { deed } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { editFields, editsIn } from "./lab-input.ts";
import { namedByLimits } from "./named-limits.ts";
import { SAVED, STEPPED } from "./version-answer.ts";

const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const reason = z.string().trim().min(1).max(500);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What is done to versions of the set: saved, approved by somebody else, withdrawn, an earlier one taken up again. */
export const versionRoutes = ({ profile }: WebOptions): readonly Route[] => {
  const input = takes({ body: { set: id, from: month, reason, ...editFields(profile) } });
  return [
    ...deed({
      ...{ path: "/thresholds/save", name: text("保存阈值方案", "Save a threshold set"), input },
      answers: SAVED,
      rule: { right: "edit-thresholds", over: "place" },
      work: async (asked) => {
        const { set, from, reason: why, ...fields } = asked.input.body;
        const note: Note = { action: "threshold-save", subject: `threshold-set:${set}`, detail: { from, reason: why } };
        return asked.change(note, async (tx) => {
          const base = withGroups((await thresholdSet(tx, set)).set, profile);
          const moved = withEdits(base, editsIn(fields, base), movedBy(from, why));
          const changed = namedByLimits(base, moved, profile);
          return { id: await saveVersion(tx, changed, parseMonth(from), deedOf(asked, why)) };
        });
      },
      back: () => BACK,
    }),
    ...VERSION_DEEDS.flatMap(versionDeed),
  ];
};

/** Who moved a number says so where the number's origin stands. */
const movedBy =
  (from: string, why: string) =>
  (before: Threshold, value: number): Threshold => ({
    ...{ unit: before.unit, value, validFrom: from },
    origin: {
      kind: "convention",
      note: text(
        `阈值试验台由${before.value}改为${value}：${why}`,
        `moved in the lab from ${before.value} to ${value}: ${why}`,
      ),
    },
  });

const BACK = "/thresholds#versions";

const deedOf = (asked: Asked<unknown>, why: string): VersionDeed => ({
  actor: personOf(asked).account,
  reason: why,
  at: new Date(asked.now).toISOString(),
});

export interface VersionAction {
  readonly way: "approve" | "withdraw" | "restore";
  readonly right: Action;
  readonly button: Text;
  work(tx: Db, version: number, deed: VersionDeed): Promise<{ readonly restored?: number }>;
}

const step =
  (to: "approved" | "withdrawn"): VersionAction["work"] =>
  async (tx, version, done) => {
    await stepVersion(tx, version, to, done);
    return {};
  };

export const VERSION_DEEDS: readonly VersionAction[] = [
  {
    ...{ way: "approve", right: "review-thresholds", button: text("审核通过", "Approve") },
    work: step("approved"),
  },
  {
    ...{ way: "withdraw", right: "review-thresholds", button: text("撤回", "Withdraw") },
    work: step("withdrawn"),
  },
  {
    ...{ way: "restore", right: "review-thresholds", button: text("恢复此版本", "Roll back to this") },
    work: async (tx, version, done) => ({ restored: await restoreVersion(tx, version, done) }),
  },
];

function versionDeed({ way, right, button, work }: VersionAction): readonly Route[] {
  const input = takes({ params: { id }, body: { reason: z.string().trim().max(500).optional() } });
  return deed({
    ...{ path: `/thresholds/:id/${way}`, name: button, rule: { right, over: "place" }, input },
    answers: STEPPED,
    work: async (asked) => {
      const { id: version } = asked.input.params;
      const why = asked.input.body.reason || button.zh;
      const note: Note = { action: `threshold-${way}`, subject: `threshold-set:${version}`, detail: { reason: why } };
      const done = await asked.change(note, (tx) => work(tx, version, deedOf(asked, why)));
      return { id: version, way, ...done };
    },
    back: () => BACK,
  });
}
