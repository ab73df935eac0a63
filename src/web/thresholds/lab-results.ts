import type { Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { share } from "../../../reports/backtest-words.ts";
import { labCurveChart, labMonthsChart } from "../../../reports/lab-charts.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { picture } from "../../../reports/picture.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";
import type { LabResult } from "./lab-answer.ts";
import { groupTables } from "./lab-groups.ts";
import { changedTable, reductionTable } from "./lab-lists.ts";
import { FIRST, SECOND, sumOf } from "./lab-words.ts";
import { nextPart } from "./next-run.ts";

type Reader = Asked<unknown>;

/** What two sets would have raised, side by side. */
export const labResults = (asked: Reader, result: LabResult, profile: Profile): Html =>
  html`${monthsPicture(asked, result)}
${levelTable(asked, result, profile)}
${result.next ? nextPart(asked, result.next, profile) : null}
${result.curve ? curvePart(asked, result.curve) : null}
${reductionTable(asked, result)}
${changedTable(asked, result, "added", profile)}
${changedTable(asked, result, "removed", profile)}
${groupTables(asked, result.groups, profile)}
<details><summary>${asked.say(MONTHS)}</summary>${monthTable(asked, result, profile)}</details>
`;

const MONTHS = text("每月新增预警", "New alerts a month");

function monthsPicture({ say, language }: Reader, { first, second }: LabResult): Html {
  const totals = (side: LabResult["first"]) => side.months.map(({ opened }) => sumOf(opened));
  const compared = {
    ...{ months: second.months.map(({ month }) => month), first: totals(first), second: totals(second) },
    capacity: second.months.map(({ capacity }) => capacity),
  };
  const over = compared.second.filter((count, i) => count > (compared.capacity[i] ?? Number.POSITIVE_INFINITY)).length;
  const says = text(
    `试算方案有${over}个月的新增预警多于可走访户数；名额已满而推迟${exact(second.heldBack)}次。首月包括此前已有的情况。`,
    `Under the tried set ${over} months bring more alerts than visits; alerts waited for a visit ${exact(second.heldBack)} times. The first month includes what stood before.`,
  );
  return picture({
    ...{ id: "lab-months", title: say(MONTHS), says: say(says) },
    config: labMonthsChart(compared, language),
  });
}

function levelTable(asked: Reader, { first, second }: LabResult, profile: Profile): Html {
  const { say, language } = asked;
  const heads = ["预警数|Alerts", "查准率|Precision", "累计查全率|Recall so far"].flatMap((words) => {
    const [zh, en] = words.split("|") as [string, string];
    return [FIRST, SECOND].map((side) => text(`${side.zh}${zh}`, `${side.en}: ${en.toLowerCase()}`));
  });
  const rows = second.judged.levels.map((one, i) => {
    const other = first.judged.levels[i]!;
    const pairs = [other, one];
    return {
      name: levelMark(asked, profile, one.level),
      cells: [
        ...pairs.map(({ alerts }) => exact(alerts)),
        ...pairs.map(({ precision }) => share(precision)),
        ...pairs.map(({ recall }) => share(recall)),
      ],
    };
  });
  const all = [first.judged.all, second.judged.all];
  const sum = {
    ...{ name: say(text("合计", "All")), kind: "sum" as const },
    cells: [
      ...all.map(({ alerts }) => exact(alerts)),
      ...all.map(({ precision }) => share(precision)),
      ...all.map(({ recall }) => share(recall)),
    ],
  };
  return table({
    caption: say(text("各等级检验结果（按达到过的最高等级）", "Judged by level (each alert at its worst level)")),
    columns: [text("等级", "Level"), ...heads].map((head, i) => ({ head: say(head), number: i > 0 })),
    rows: [...rows, sum],
    ...{ empty: "", language },
  });
}

function curvePart({ say, language }: Reader, curve: NonNullable<LabResult["curve"]>): Html {
  const points = curve.flatMap(({ factor, precision, recall }) =>
    precision === null || recall === null ? [] : [{ precision, recall, current: factor === 1 }],
  );
  const title = text("查准率与查全率", "Precision and recall");
  const says = text(
    "所有界限同乘一个倍数后重新回放；大点为试算方案本身。",
    "All limits times one factor, replayed; the large point is the tried set.",
  );
  const heads = [
    text("界限倍数", "Limits times"),
    text("预警数", "Alerts"),
    text("查准率", "Precision"),
    text("查全率", "Recall"),
  ];
  const rows = curve.map(({ factor, alerts, precision, recall }) => ({
    name: String(factor),
    cells: [exact(alerts), share(precision), share(recall)],
  }));
  return html`${picture({ id: "lab-curve", title: say(title), says: say(says), config: labCurveChart(points, language) })}${table(
    {
      caption: say(title),
      columns: heads.map((head, i) => ({ head: say(head), number: i > 0 })),
      ...{ rows, empty: "", language },
    },
  )}`;
}

function monthTable(asked: Reader, { first, second }: LabResult, profile: Profile): Html {
  const { say, language } = asked;
  const heads = [
    text("月份", "Month"),
    FIRST,
    SECOND,
    ...profile.levels.map(({ name }) => text(`试算${name.zh}`, `Tried: ${name.en}`)),
    text("可走访", "Visits possible"),
    text("县级预警", "About the place"),
  ];
  return table({
    caption: say(MONTHS),
    columns: heads.map((head, i) => ({ head: say(head), number: i > 0 })),
    rows: second.months.map(({ month, opened, capacity, place }, i) => ({
      name: month,
      cells: [
        ...[exact(sumOf(first.months[i]!.opened)), exact(sumOf(opened)), ...opened.map(exact)],
        ...[exact(capacity), exact(place)],
      ],
    })),
    ...{ empty: "", language },
  });
}
