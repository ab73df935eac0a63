import { figureName } from "../../../models/figure.ts";
import { sectionOf, sectionsOf } from "../../../models/industry.ts";
import { breakdown, type GroupOutcome, largestSizes } from "../../../models/lab/breakdown.ts";
import type { LabHistory, LabSide } from "../../../models/lab/side.ts";
import type { Profile } from "../../../models/profile.ts";
import { sizeBand } from "../../../models/size-band.ts";
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
    return persons === undefined ? null : String(profile.sizeBands[sizeBand(profile.sizeBands, persons)]!);
  };
  const ids = new Set(sides.flatMap((side) => [...side.alerts, ...side.events].map(({ enterprise }) => enterprise)));
  const industries = await industriesNow(tx, [...ids]);
  const sectionIn = (enterprise: number) => sectionOf(profile, industries.get(enterprise) ?? "");
  const sections = sectionsOf(profile).map(({ code }) => code);
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

export function groupTables(asked: Asked<unknown>, groups: LabGroups, profile: Profile): Html {
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
  const named = (dimension: "sizeBand" | "section") => (code: string) => figureName(profile, dimension, code);
  return html`${shown(SIZES, text("用工人数", "Persons"), groups.sizes, named("sizeBand"))}
${shown(INDUSTRIES, text("行业", "Industry"), groups.industries, named("section"))}`;
}

const SIZES = text("按企业规模", "By size");
const INDUSTRIES = text("按行业", "By industry");
