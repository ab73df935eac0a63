import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import type { ThresholdSet } from "../../../models/threshold.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Db } from "../../db/db.ts";
import { namesOf } from "../../db/register.ts";
import type { Asked } from "../asked.ts";
import type { Desk } from "../desk.ts";
import { levelMark } from "../pages/level.ts";
import type { NextRun } from "./difference-answer.ts";
import { FIRST, SECOND } from "./lab-words.ts";

export async function nextRun(
  tx: Db,
  { wouldRaise }: Pick<Desk, "wouldRaise">,
  sets: { readonly first: ThresholdSet; readonly second: ThresholdSet },
): Promise<NextRun | null> {
  const [first, second] = (await wouldRaise(tx, [sets.first, sets.second])) ?? [];
  if (!first || !second) return null;
  const [one, other] = [first, second].map(({ alerts }) => new Map(alerts.map(({ code, level }) => [code, level])));
  const codes = [...new Set([...other!.keys(), ...one!.keys()])];
  const names = await namesOf(tx, codes);
  return {
    month: formatMonth(second.month),
    alerts: codes.map((code) => ({
      ...{ code, name: names.get(code) ?? null, first: one!.get(code) ?? null, second: other!.get(code) ?? null },
    })),
  };
}

export function nextPart(asked: Asked<unknown>, { month, alerts }: NextRun, profile: Profile): Html {
  const { say, language } = asked;
  const [before, now] = (["first", "second"] as const).map((set) => alerts.filter((one) => one[set] !== null).length);
  const caption = text(
    `用于${month}重新执行：试算方案新发企业预警${now}件，对照方案${before}件（已计入现有预警、办结和待办）`,
    `${month} run again: ${now} new alerts about enterprises under the tried set, ${before} under the compared one (what stands, was closed or waits is counted in)`,
  );
  const heads = [text("企业", "Enterprise"), FIRST, SECOND];
  return table({
    caption: say(caption),
    columns: heads.map((head, i) => ({ head: say(head), number: i > 0 })),
    rows: alerts.map(({ code, name, first, second }) => ({
      name: html`<a href="/enterprises/${code}">${name ?? code}</a>`,
      cells: [levelMark(asked, profile, first), levelMark(asked, profile, second)],
    })),
    ...{ stack: true, language, empty: say(text("没有新发预警。", "nothing new.")) },
  });
}
