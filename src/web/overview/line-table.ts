import { UNKNOWN } from "../../../models/figure.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { exact, NO_SAMPLE, signed, signedPercent } from "../../../reports/number.ts";
import { spark } from "../../../reports/spark.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";
import type { ToldLine } from "./overview-answer.ts";

interface Lines {
  readonly caption: Text;
  /** Where the page of each is. */
  readonly path: "/industries" | "/regions";
  readonly lines: readonly ToldLine[];
}

/** Groups with their movement, a year's course as a small line, and what alerts stand in them. */
export function lineTable(asked: Asked<unknown>, { caption, path, lines }: Lines, profile: Profile): Html {
  const { say, language } = asked;
  const heads = [text("用工", "Employed"), text("环比", "Change"), text("环比率", "Rate")];
  return table({
    ...{ caption: say(caption), unit: say(text("人", "persons")), language, stack: true },
    columns: [
      { head: say(text("名称", "Name")) },
      ...heads.map((head) => ({ head: say(head), number: true })),
      { head: say(text("近13个月走势", "Course of 13 months")), tag: true },
      { head: say(text("本月新停报", "Fell silent")), number: true },
      { head: say(text("未办结预警", "Open alerts")), wide: true },
    ],
    rows: lines.map((line) => ({
      name: line.code === UNKNOWN ? say(line.name) : html`<a href="${path}/${line.code}">${say(line.name)}</a>`,
      cells: [
        exact(line.headcount),
        line.matched === 0 ? NO_SAMPLE : signed(line.change),
        line.rate === null ? NO_SAMPLE : signedPercent(line.rate),
        spark(line.course, say(courseWords(line))),
        exact(line.silent),
        openMarks(asked, line, profile),
      ],
    })),
    empty: say(text("没有。执行月度任务后产生。", "none. A month run makes them.")),
  });
}

/** What the line tells those who do not see it. */
function courseWords({ name, course }: ToldLine): Text {
  const known = course.filter((persons) => persons !== null);
  const [first, last] = [known[0] ?? null, known.at(-1) ?? null];
  return text(
    `${name.zh}可比用工${known.length}个月：从${exact(first)}到${exact(last)}人`,
    `${name.en}, comparable employment over ${known.length} months: ${exact(first)} to ${exact(last)}`,
  );
}

function openMarks(asked: Asked<unknown>, { open }: ToldLine, profile: Profile): Part {
  const found = profile.levels.filter(({ code }) => (open[code] ?? 0) > 0);
  return found.map(({ code }) => html`${levelMark(asked, profile, code)} ${open[code]!}&ensp;`);
}
