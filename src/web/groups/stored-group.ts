import type { Figure } from "../../../models/figure.ts";
import type { ExpectedMonth } from "../../../models/forecast/total-forecast.ts";
import type { GroupOutline } from "../../../models/groups/group-outline.ts";
import type { GroupTold } from "../../../models/groups/own-group.ts";
import type { Month } from "../../../models/month.ts";
import { MOVEMENT_LIMITS } from "../../../models/movement-limits.ts";
import type { Db } from "../../db/db.ts";
import type { Run } from "../../db/run.ts";
import { figuresBelow, type GroupName, groupFigures, monthOutlines } from "../../db/scope/group-figures.ts";

/** A group as the runs stored it; null where the newest run has nobody in it. */
export async function storedGroup(tx: Db, runs: readonly Run[], run: Run, group: GroupName): Promise<GroupTold | null> {
  const drawn = runs.slice(-MOVEMENT_LIMITS.drawn.value).map(({ id }) => id);
  const outlines = await monthOutlines<GroupOutline>(tx, drawn, group);
  const newest = outlines.at(-1);
  if (newest?.month !== run.month) return null;
  return {
    figures: await groupFigures<Figure>(tx, run.id, group),
    below: await figuresBelow<Figure>(tx, run.id, group.code),
    outline: newest.outline,
    expected: outlines.map(({ month, outline }) => expectedThen(month, outline)),
  };
}

/** What a month's own run expected of it, and what was reported. */
const expectedThen = (month: Month, { path, concentration }: GroupOutline): ExpectedMonth => {
  if (path.kind !== "judged") return { month, persons: concentration.persons, expected: null };
  const { observed, mean, low80, high80, low95, high95 } = path;
  return { month, persons: observed, expected: { mean, low80, high80, low95, high95 } };
};
