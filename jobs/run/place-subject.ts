import { COLLECTIVE_MONTHS, type CollectiveJudgement, isAbnormal, judgeCollective } from "../../models/collective.ts";
import { type Text, text } from "../../models/text.ts";
import type { CollectiveRule } from "../../models/threshold.ts";
import { collectiveBefore, keepCollective } from "../../src/db/collective.ts";
import type { StepContext } from "./step.ts";
import type { Subject } from "./subjects.ts";

/** The place as a subject: several enterprises at once, counted over those abnormal on their own. Keeps every count. */
export async function placeSubject(enterprises: readonly Subject[], context: StepContext): Promise<Subject> {
  const { tx, run, profile, thresholds } = context;
  const abnormal = enterprises.filter(({ level, rules }) => level >= 0 && isAbnormal(rules, thresholds.rules));
  const falls = abnormal.flatMap(({ fall }) => fall ?? []);
  const earlier = await collectiveBefore(tx, run.id, run.month - COLLECTIVE_MONTHS);
  const judged = judgeCollective(falls, thresholds.collective, profile.levels, run.month, earlier);
  await keepCollective(tx, run.id, judged);
  const met = judged.filter((one) => one.met).toSorted((a, b) => a.level - b.level);
  return {
    ...{ subjectKind: "place", subject: profile.place, level: met[0]?.level ?? -1, rules: met.map(({ rule }) => rule) },
    ...{ fall: null, atRisk: Number.NaN, silentMonths: 0, recovered: false, events: [] },
    ...(met.length === 0 ? { explanation: CALM, headline: CALM } : worded(met, thresholds.collective)),
  };
}

const CALM = text(
  "本月未再出现多户企业同时异常减员，此前的预警继续观察。",
  "No several enterprises fell abnormally at once this month; the earlier alert is kept in view.",
);

function worded(met: readonly CollectiveJudgement[], rules: readonly CollectiveRule[]) {
  const most = Math.max(...met.map(({ enterprises }) => enterprises));
  const said = met.map((one) => ruleWords(one, rules.find(({ id }) => id === one.rule)!));
  return {
    explanation: text(
      `本月${most}户企业同时出现异常减员：${said.map(({ zh }) => zh).join("、")}。`,
      `${most} enterprises fell abnormally at once this month: ${said.map(({ en }) => en).join(", ")}.`,
    ),
    headline: text(`${most}户企业同时异常减员`, `${most} enterprises fell abnormally at once`),
  };
}

function ruleWords({ enterprises, alarm }: CollectiveJudgement, { name }: CollectiveRule): Text {
  if (alarm?.kind !== "judged") return name;
  const bound = Math.floor(alarm.bound);
  return text(
    `${name.zh}（${enterprises}户，往月常见不超过${bound}户）`,
    `${name.en} (${enterprises}; usually no more than ${bound} here)`,
  );
}
