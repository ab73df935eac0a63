import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Threshold, ThresholdSet } from "../../../models/threshold.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import {
  collectiveWords,
  DECISION_THRESHOLD_WORDS,
  DETECTOR_WORDS,
  originWords,
  ruleWords,
  thresholdValue,
} from "../../../reports/wording/thresholds.ts";
import { latestRuns } from "../../db/run.ts";
import { thresholdSet } from "../../db/threshold-set.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { levelMark } from "../pages/level.ts";
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

function ruleTable(asked: Asked<unknown>, { rules, collective }: ThresholdSet, profile: Profile): Html {
  const { say, language } = asked;
  const heads = [text("规则", "Rule"), text("等级", "Level"), text("条件", "Conditions"), text("依据", "Origin")];
  const eventName = (code: string) => profile.eventKinds.find((kind) => kind.code === code)?.name ?? text(code, code);
  const told = [
    ...rules.map((rule) => ({ ...rule, words: ruleWords(rule, eventName) })),
    ...collective.map((rule) => ({ ...rule, words: collectiveWords(rule) })),
  ];
  return table({
    caption: say(text("等级规则", "Rules of the levels")),
    columns: heads.map((head) => ({ head: say(head) })),
    rows: told.map(({ name, level, words, origin }) => ({
      name: say(name),
      cells: [
        level === null ? say(text("仅标注", "label only")) : levelMark(asked, profile, level),
        say(words),
        say(originWords(origin)),
      ],
    })),
    ...{ stack: true, empty: "", language },
  });
}

/** What scoring and deciding go by, beside the rules. */
function numberTable({ say, language }: Asked<unknown>, { detector, decision }: ThresholdSet): Html {
  const names: Readonly<Record<string, Text>> = { ...DETECTOR_WORDS, ...DECISION_THRESHOLD_WORDS };
  const numbers = Object.entries({ ...detector, ...decision }) as [string, Threshold][];
  const heads = [text("参数", "Setting"), text("取值", "Value"), text("依据", "Origin"), text("自", "From")];
  return html`<details><summary>${say(text("评分与决定的参数", "Settings of scoring and deciding"))}</summary>${table({
    caption: say(text("参数", "Settings")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 1 ? { number: true } : {}) })),
    rows: numbers.map(([code, one]) => ({
      name: say(names[code]!),
      cells: [say(thresholdValue(one)), say(originWords(one.origin)), one.validFrom],
    })),
    ...{ stack: true, empty: "", language },
  })}</details>`;
}
