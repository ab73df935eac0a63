import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { LevelRule, Threshold, ThresholdSet } from "../../../models/threshold.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { latestRuns } from "../../db/run.ts";
import { thresholdSet } from "../../db/threshold-set.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { levelMark, nameIn } from "../pages/level.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";

const NAME = text("阈值方案", "Thresholds");

/** The rules that the newest run decided by, each number with its unit and where it comes from. */
export const thresholdRoutes = ({ profile }: WebOptions): readonly Route[] =>
  pair({
    ...{ path: "/thresholds", name: NAME, rule: { right: "preview-thresholds", over: "place" }, inHead: true },
    input: takes(),
    view: (asked) =>
      asked.read(async (tx) => {
        const run = (await latestRuns(tx)).at(-1);
        return run ? await thresholdSet(tx, run.thresholdSetId) : { id: null, set: profile.thresholds };
      }),
    page: (asked, { set }) => {
      const lead = text(
        `方案“${set.name}”自${set.validFrom}起生效，共${set.rules.length}条规则；一条规则的各项条件须同时满足。`,
        `Set "${set.name}", in force from ${set.validFrom}, ${set.rules.length} rules; all conditions of a rule must hold.`,
      );
      const main = html`<p class="lead">${asked.say(lead)}</p>${ruleTable(asked, set, profile)}${numberTable(asked, set)}`;
      return { kind: "page", title: asked.say(NAME), main };
    },
  });

const CONDITIONS: Readonly<Record<Exclude<keyof LevelRule["when"], "event">, readonly [Text, string]>> = {
  z: [text("当月异常值", "z of the month"), "≤"],
  fallPeople: [text("环比减少人数", "fall on the month before, people"), "≥"],
  fallShare: [text("环比降幅", "fall on the month before, share"), "≥"],
  fall3People: [text("三个月减少人数", "fall in three months, people"), "≥"],
  fall3Share: [text("三个月降幅", "fall in three months, share"), "≥"],
  leak: [text("累计渐减值", "slow leak"), "≥"],
  headcount: [text("减员前用工", "headcount before"), "≥"],
  headcountBelow: [text("减员前用工", "headcount before"), "<"],
  risk: [text("风险值", "risk"), "≥"],
  q: [text("预期误报比例", "expected share of false ones"), "≤"],
  hiddenShare: [text("隐性失业率", "hidden unemployment"), "≥"],
  silentMonths: [text("连续未报月数", "months without a report"), "≥"],
  eventMonths: [text("动态发生在近几个月内", "event within months"), "≤"],
};

function ruleTable(asked: Asked<unknown>, { rules }: ThresholdSet, profile: Profile): Html {
  const { say, language } = asked;
  const heads = [text("规则", "Rule"), text("等级", "Level"), text("条件", "Conditions"), text("依据", "Origin")];
  return table({
    caption: say(text("等级规则", "Rules of the levels")),
    columns: heads.map((head) => ({ head: say(head) })),
    rows: rules.map((rule) => ({
      name: say(rule.name),
      cells: [
        rule.level === null ? say(text("仅标注", "label only")) : levelMark(asked, profile, rule.level),
        conditions(asked, rule, profile),
        say(rule.origin.note),
      ],
    })),
    ...{ stack: true, empty: "", language },
  });
}

function conditions(asked: Asked<unknown>, { when }: LevelRule, { eventKinds }: Profile): string {
  const { event, ...numbers } = when;
  const named = event === undefined ? [] : [nameIn(asked, eventKinds, event)];
  const said = (Object.entries(numbers) as [keyof typeof CONDITIONS, Threshold][]).map(([name, { value }]) => {
    const [words, sign] = CONDITIONS[name];
    return `${asked.say(words)} ${sign} ${value}`;
  });
  return [...named, ...said].join(asked.language === "zh" ? "，且" : ", and ");
}

/** What scoring and deciding go by, beside the rules. */
function numberTable({ say, language }: Asked<unknown>, { detector, decision }: ThresholdSet): Html {
  const numbers = Object.entries({ ...detector, ...decision }) as [string, Threshold][];
  const heads = [
    text("参数", "Setting"),
    text("取值", "Value"),
    text("单位", "Unit"),
    text("依据", "Origin"),
    text("自", "From"),
  ];
  return html`<details><summary>${say(text("评分与决定的参数", "Settings of scoring and deciding"))}</summary>${table({
    caption: say(text("参数", "Settings")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 1 ? { number: true } : {}) })),
    rows: numbers.map(([name, { value, unit, origin, validFrom }]) => ({
      name,
      cells: [String(value), unit, say(origin.note), validFrom],
    })),
    ...{ stack: true, empty: "", language },
  })}</details>`;
}
