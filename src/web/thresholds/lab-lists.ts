import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";
import type { NamedAlert, NamedReduction } from "./difference-answer.ts";
import type { LabResult } from "./lab-answer.ts";
import { FIRST, SECOND } from "./lab-words.ts";

type Reader = Asked<unknown>;

export function reductionTable({ say, language }: Reader, { difference }: LabResult): Html {
  const { reductions, reductionCount } = difference;
  const heads = [text("企业", "Enterprise"), text("月份", "Month"), text("减员人数", "Persons"), FIRST, SECOND];
  const told = ({ verdict, lead }: NamedReduction["first"]): Part => {
    const words = VERDICTS[verdict];
    return lead === null || verdict !== "warned" ? say(words) : say(leadWords(lead));
  };
  return table({
    caption: say(
      text(
        `已知大幅减员（共${reductionCount}起，先列两方案结果不同的）`,
        `Known large reductions (${reductionCount}; those told differently first)`,
      ),
    ),
    columns: heads.map((head, i) => ({ head: say(head), ...(i >= 2 ? { number: true } : {}) })),
    rows: reductions.map((one) => ({
      name: enterprise(one),
      cells: [one.month, exact(one.people), told(one.first), told(one.second)],
    })),
    ...{ stack: true, language },
    empty: say(text("这些月份没有已知的大幅减员。", "none is known in these months.")),
  });
}

const VERDICTS = {
  warned: text("发现", "caught"),
  late: text("事后才报", "late"),
  missed: text("漏报", "missed"),
} as const;

const leadWords = (lead: number): Text =>
  lead === 0
    ? text("发现，当月", "caught, in its month")
    : text(`发现，提前${lead}个月`, `caught, ${lead} ${lead === 1 ? "month" : "months"} ahead`);

const CHANGED = {
  added: text("新增预警的企业", "Enterprises added"),
  removed: text("不再预警的企业", "Enterprises removed"),
} as const;

export function changedTable(
  asked: Reader,
  { difference }: LabResult,
  which: "added" | "removed",
  profile: Profile,
): Html {
  const { say, language } = asked;
  const [shown, all] = [difference[which], difference.counts[which]];
  const title = CHANGED[which];
  const cut = all > shown.length ? text(`（前${shown.length}户）`, ` (the first ${shown.length})`) : text("", "");
  const heads = [text("企业", "Enterprise"), text("首次月份", "First month"), text("等级", "Level")];
  const caption = say(text(`${title.zh}：${all}户${cut.zh}`, `${title.en}: ${all}${cut.en}`));
  return html`<details><summary>${caption}</summary>${table({
    caption,
    columns: heads.map((head) => ({ head: say(head) })),
    rows: shown.map((one) => ({ name: enterprise(one), cells: [one.month, levelMark(asked, profile, one.level)] })),
    ...{ stack: true, language, empty: say(text("无", "none")) },
  })}</details>`;
}

const enterprise = ({ code, name }: Pick<NamedAlert, "code" | "name">): Part =>
  html`<a href="/enterprises/${code}">${name ?? code}</a>`;
