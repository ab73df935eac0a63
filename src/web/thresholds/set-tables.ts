import { figureName } from "../../../models/figure.ts";
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
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";

/** Every rule in words and every number with its origin. */
export const setTables = (asked: Asked<unknown>, set: ThresholdSet, profile: Profile): Html =>
  html`<details><summary>${asked.say(text("全部规则及依据", "All rules and their origins"))}</summary>${ruleTable(asked, set, profile)}</details>${numberTable(asked, set, profile)}`;

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

const groupLimits = ({ zh, en }: Text): Text => text(`${zh}：各级界限的倍数`, `${en}: times the limits of the levels`);

/** What scoring and deciding go by, beside the rules. */
function numberTable({ say, language }: Asked<unknown>, set: ThresholdSet, profile: Profile): Html {
  const names: Readonly<Record<string, Text>> = {
    ...{ ...DETECTOR_WORDS, ...DECISION_THRESHOLD_WORDS },
    ...Object.fromEntries(profile.industries.map(({ code, name }) => [code, groupLimits(name)])),
    ...Object.fromEntries(
      profile.sizeBands.map((from) => [from, groupLimits(figureName(profile, "sizeBand", String(from)))]),
    ),
  };
  const groups = Object.entries({ ...set.industries, ...set.sizes }).filter(([, { value }]) => value !== 1);
  const numbers = [...Object.entries({ ...set.detector, ...set.decision }), ...groups] as [string, Threshold][];
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
