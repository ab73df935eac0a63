import { sectionOf } from "../../../models/industry.ts";
import { breakdown, type GroupOutcome, largestSizes } from "../../../models/lab/breakdown.ts";
import type { LabHistory, LabSide } from "../../../models/lab/side.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { share } from "../../../reports/backtest-words.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Db } from "../../db/db.ts";
import { industriesNow } from "../../db/scope/enterprise-scope.ts";
import type { Asked } from "../asked.ts";
import type { LabGroups } from "./difference-answer.ts";
import { FIRST, SECOND } from "./lab-words.ts";

export async function labGroups(
  tx: Db,
  { months }: LabHistory,
  sides: readonly [LabSide, LabSide],
  profile: Profile,
): Promise<LabGroups> {
  const sizes = largestSizes(months);
  const bandOf = (enterprise: number): string | null => {
    const persons = sizes.get(enterprise);
    return persons === undefined ? null : String(profile.sizeBands.findLast((from) => from <= persons) ?? 0);
  };
  const ids = new Set(sides.flatMap((side) => [...side.alerts, ...side.events].map(({ enterprise }) => enterprise)));
  const industries = await industriesNow(tx, [...ids]);
  const sectionIn = (enterprise: number) => sectionOf(profile, industries.get(enterprise) ?? "");
  const sections = profile.industries.filter(({ parent }) => parent === null).map(({ code }) => code);
  return {
    sizes: breakdown(sides, bandOf, profile.sizeBands.map(String)),
    industries: breakdown(sides, sectionIn, sections),
  };
}

const HEADS: readonly Text[] = [
  ...[FIRST, SECOND].map(({ zh, en }) => text(`${zh}预警数`, `${en}: alerts`)),
  ...[FIRST, SECOND].map(({ zh, en }) => text(`${zh}查准率`, `${en}: precision`)),
  text("已知减员", "Known reductions"),
  ...[FIRST, SECOND].map(({ zh, en }) => text(`${zh}发现`, `${en}: caught`)),
];

export function groupTables(asked: Asked<unknown>, groups: LabGroups, { sizeBands, industries }: Profile): Html {
  const { say, language } = asked;
  const shown = (title: Text, head: Text, rows: readonly GroupOutcome[], nameOf: (code: string) => Text): Html =>
    html`<details><summary>${say(title)}</summary>${table({
      caption: say(title),
      columns: [head, ...HEADS].map((one, i) => ({ head: say(one), number: i > 0 })),
      rows: rows.map(({ code, alerts, precision, events, warned }) => ({
        name: say(nameOf(code)),
        cells: [...alerts.map(exact), ...precision.map(share), exact(events), ...warned.map(exact)],
      })),
      ...{ empty: say(text("无", "none")), language },
    })}</details>`;
  const industry = (code: string) => industries.find((one) => one.code === code)!.name;
  return html`${shown(SIZES, text("用工人数", "Persons"), groups.sizes, (code) => bandWords(Number(code), sizeBands))}
${shown(INDUSTRIES, text("行业", "Industry"), groups.industries, industry)}`;
}

const SIZES = text("按企业规模", "By size");
const INDUSTRIES = text("按行业", "By industry");

function bandWords(from: number, bands: readonly number[]): Text {
  const next = bands[bands.indexOf(from) + 1];
  if (next === undefined) return text(`${from}人及以上`, `${from} and more`);
  return text(`${from}—${next - 1}人`, `${from}–${next - 1}`);
}
