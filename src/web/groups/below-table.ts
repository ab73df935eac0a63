import { type Figure, figureName, UNKNOWN } from "../../../models/figure.ts";
import type { Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact, NO_SAMPLE, signed, signedPercent } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";

/** The divisions of a section, those that lost most first. */
export function belowTable({ say, language }: Asked<unknown>, below: readonly Figure[], profile: Profile): Html {
  const heads = [text("用工", "Employed"), text("环比", "Change"), text("环比率", "Rate")];
  const nameOf = ({ dimension, code }: Figure) => say(figureName(profile, dimension, code));
  return table({
    caption: say(text("各大类", "Divisions")),
    ...{ unit: say(text("人", "persons")), language, stack: true, empty: "" },
    columns: [{ head: say(text("行业", "Industry")) }, ...heads.map((head) => ({ head: say(head), number: true }))],
    rows: below
      .toSorted((a, b) => a.change - b.change)
      .map((figure) => ({
        name: figure.code.endsWith(UNKNOWN)
          ? nameOf(figure)
          : html`<a href="/industries/${figure.code}">${nameOf(figure)}</a>`,
        cells: [
          exact(figure.headcount),
          figure.matched === 0 ? NO_SAMPLE : signed(figure.change),
          figure.rate === null ? NO_SAMPLE : signedPercent(figure.rate),
        ],
      })),
  });
}
