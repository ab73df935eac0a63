import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import type { Support } from "./parts-answer.ts";

/** How a table's columns are set, in the order of its heads. */
const SHAPES = [{}, { tag: true }, {}, { tag: true }, { wide: true }];

/** Which support it can have today, how much, and how many may still leave. */
export function supportPart({ say, language }: Asked<unknown>, support: readonly Support[]): Html {
  const can = support.filter(({ outcome }) => outcome === "eligible").length;
  const lead = text(
    `${support.length}项扶持政策中，今天确定可享受${can}项。`,
    `${can} of ${support.length} support policies can be had today for certain.`,
  );
  const heads = [
    text("政策", "Policy"),
    text("结论", "Outcome"),
    text("金额", "Amount"),
    text("余量", "Head-room"),
    text("决定因素或缺少的事实", "What decided, or what is missing"),
  ];
  return html`<h2>${say(text("扶持政策", "Support policies"))}</h2><p>${say(lead)}</p>${table({
    caption: say(text("扶持政策", "Support policies")),
    columns: heads.map((head, i) => ({ head: say(head), ...SHAPES[i] })),
    rows: support.map(({ name, says, amount, headRoom, decided, missing }) => ({
      name: say(name),
      cells: [
        say(says),
        say(amount),
        headRoom === null ? "" : say(headRoom),
        [decided, missing].flatMap((one) => (one === null ? [] : [say(one)])).join(language === "zh" ? "；" : "; "),
      ],
    })),
    ...{
      stack: true,
      empty: say(text("还没有该企业的资料，无法判断。", "nothing is known yet of this enterprise.")),
      language,
    },
  })}`;
}
