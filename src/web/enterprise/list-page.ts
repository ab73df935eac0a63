import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { line, lookFor } from "../pages/choice.ts";
import { levelMark, nameIn } from "../pages/level.ts";
import { nextPage } from "../pages/next-page.ts";
import type { ListView } from "./list-answer.ts";
import type { ListInput } from "./list-view.ts";

export const ENTERPRISES = text("企业", "Enterprises");
const SOUGHT = text("企业名称或代码", "Name or code");

/** How many there are, what to look for, and the list, each leading to its page. */
export function listPage(asked: Asked<ListInput>, view: ListView, profile: Profile): Answer {
  const { say } = asked;
  const { q = "" } = asked.input.query;
  const look = lookFor(
    asked,
    "/enterprises",
    text("查找", "Find"),
    line(asked, { name: "q", label: SOUGHT, value: q }),
  );
  const main = html`<p class="lead">${say(sentence(q, view.total))}</p>
${look}${list(asked, view, profile)}${nextPage(asked, "/enterprises", view.next)}`;
  return { kind: "page", title: say(ENTERPRISES), main };
}

const sentence = (q: string, total: number): Text =>
  q === ""
    ? text(`您可查看的企业共${total}户。`, `Enterprises that you may read: ${total}.`)
    : text(
        `名称（含曾用名）或代码含“${q}”的企业共${total}户。`,
        `Enterprises with “${q}” in a name, a former one too, or in the code: ${total}.`,
      );

const HEADS: readonly Text[] = [
  ...[text("企业", "Enterprise"), text("未办结预警", "Open alert"), text("人数", "Persons"), text("月份", "Month")],
  ...[text("行业", "Industry"), text("区划", "Region")],
];

function list(asked: Asked<ListInput>, { enterprises }: ListView, profile: Profile): Html {
  const { say, language } = asked;
  return table({
    caption: say(ENTERPRISES),
    columns: HEADS.map((head, i) => ({
      head: say(head),
      ...(i === 1 || i === 3 ? { tag: true } : i === 2 ? { number: true } : {}),
    })),
    rows: enterprises.map(({ code, name, level, headcount, month, industry, region }) => ({
      name: html`<a href="/enterprises/${code}">${name ?? code}</a><br><span class="small">${code}</span>`,
      cells: [
        ...[levelMark(asked, profile, level), headcount === null ? "—" : exact(headcount), month ?? "—"],
        ...[nameIn(asked, profile.industries, industry) || "—", nameIn(asked, profile.regions, region) || "—"],
      ],
    })),
    ...{ stack: true, language },
    empty: say(asked.input.query.q ? NOT_FOUND : NONE_OF_ONES_OWN),
  });
}

const NOT_FOUND = text(
  "没有。可能写法不同，或该企业不在您的范围内。请换一部分名称或代码，或清空后查看全部。",
  "none. It may be written otherwise or lie beyond your own part. Try another part of the name or code, or clear it to see all.",
);
const NONE_OF_ONES_OWN = text(
  "没有。名册中尚无属于您部门、区划或指派给您的企业，名册导入后出现；如有遗漏，请联系领导小组办公室核对名册。",
  "none. The register has no enterprise of your department or region or assigned to you yet; importing it brings them. If any is missing, ask the leading-group office to check the register.",
);
