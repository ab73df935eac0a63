import type { Profile } from "../../../models/profile.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { HistoryEvent } from "../../db/scope/enterprise-history.ts";
import { type Asked, personOf } from "../asked.ts";
import { nameIn } from "../pages/level.ts";
import { flashName, pathOf } from "../reports/shown-report.ts";

const FLASH = text("突发专报", "Flash report");

/** What was reported about it, and when that became known. */
export function eventTable(
  asked: Asked<unknown>,
  enterprise: string,
  events: readonly HistoryEvent[],
  { eventKinds }: Profile,
): Html {
  const { say, language } = asked;
  const flash = may(personOf(asked), "read-report", PLACE).allowed;
  const heads = [
    text("发生日期", "On"),
    text("动态", "Event"),
    text("涉及人数", "People"),
    text("知悉日期", "Known since"),
    ...(flash ? [text("报告", "Report")] : []),
  ];
  return html`<h2>${say(text("动态", "Events"))}</h2>${table({
    caption: say(text("动态与线索", "Events reported")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 2 ? { number: true } : { tag: true }) })),
    rows: events.map(({ kind, occurredOn, publishedOn, people }) => ({
      name: occurredOn,
      cells: [
        ...[nameIn(asked, eventKinds, kind), exact(people), publishedOn],
        ...(flash ? [html`<a href="${pathOf(flashName(enterprise, { kind, occurredOn }))}">${say(FLASH)}</a>`] : []),
      ],
    })),
    ...{ stack: true, empty: say(text("没有报送过动态。", "none was reported.")), language },
  })}`;
}
