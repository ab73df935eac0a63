import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact, signed } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import { momentWords } from "../pages/moment.ts";
import type { ToldVersion } from "./parts-answer.ts";

/** Every version of every month, opened in place: what was reported when, by which delivery, and what it changed. */
export function versionsPart({ say, language }: Asked<unknown>, versions: readonly ToldVersion[]): Html {
  const heads = [
    text("版次", "Version"),
    text("用工人数", "Headcount"),
    text("较上一版", "Changed by"),
    text("发布日期", "Published"),
    text("批次", "Delivery"),
    text("入库", "Taken in"),
  ];
  const title = text("各月数据版次", "Every version of every month");
  return html`<details><summary>${say(title)}${say(count(versions))}</summary>${table({
    caption: say(title),
    ...{ unit: say(text("人", "persons")), language, stack: true },
    columns: [
      { head: say(text("月份", "Month")) },
      ...heads.map((head, i) => ({ head: say(head), ...(i < 3 ? { number: true } : { tag: true }) })),
    ],
    rows: versions.map((one) => ({
      name: one.month,
      cells: [
        ...[exact(one.version), exact(one.headcount), signed(one.change), one.publishedOn],
        `#${one.batch} ${one.delivery} · ${one.source}`,
        `${momentWords(Date.parse(one.importedAt))} · ${one.importedBy}`,
      ],
    })),
    empty: say(text("没有。", "none.")),
  })}</details>`;
}

function count(versions: readonly ToldVersion[]): Text {
  const revised = new Set(versions.filter(({ version }) => version > 1).map(({ month }) => month)).size;
  return text(`（${revised}个月有过更正）`, ` (${revised} months were corrected)`);
}
