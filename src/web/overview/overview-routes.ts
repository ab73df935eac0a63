import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact, percent, signed } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import { latestRuns } from "../../db/run.ts";
import { movementIn, type OpenCount, openCounts } from "../../db/scope/overview-counts.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { levelMark, nameIn } from "../pages/level.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";

const NAME = text("总览", "Overview");

/** How one's own enterprises stand: levels, movement since the month before, who did not report, where. */
export const overviewRoutes = ({ profile }: WebOptions): readonly Route[] =>
  pair({
    ...{ path: "/overview", name: NAME, rule: { right: "read-alerts", over: "reach" }, inHead: true },
    input: takes(),
    view: overviewView,
    page: (asked, view) => {
      const main = html`<p class="lead">${asked.say(sentence(view))}</p>${levelTable(asked, view.open, profile)}${regionTable(asked, view.open, profile)}`;
      return { kind: "page", title: asked.say(NAME), main };
    },
  });

const overviewView = (asked: Asked<unknown>) =>
  asked.read(async (tx, reach) => {
    const run = (await latestRuns(tx)).at(-1);
    const movement = run ? await movementIn(tx, reach, run.id) : null;
    return { month: run ? formatMonth(run.month) : null, movement, open: await openCounts(tx, reach) };
  });

type View = Awaited<ReturnType<typeof overviewView>>;

function sentence({ month, movement, open }: View): Text {
  const alerts = sum(open);
  const waiting = sum(open.filter(({ state }) => state === "raised"));
  const tail = text(
    `未办结预警${alerts}条，其中待签收${waiting}条。`,
    `${alerts} alerts are open, ${waiting} of them to be acknowledged.`,
  );
  if (month === null || movement === null)
    return text(`还没有执行过月度任务。${tail.zh}`, `No month has been run yet. ${tail.en}`);
  const { headcount, previous, enterprises, silent } = movement;
  const change = headcount - previous;
  const rate = previous === 0 ? "—" : percent(change / previous);
  return text(
    `${month}，两月均报送的企业用工${exact(headcount)}人，环比${signed(change)}人（${rate}）；${exact(enterprises)}户中${exact(silent)}户数据未报。${tail.zh}`,
    `${month}: enterprises that reported both months employ ${exact(headcount)}, ${signed(change)} on the month before (${rate}); ${exact(silent)} of ${exact(enterprises)} did not report. ${tail.en}`,
  );
}

const sum = (counts: readonly OpenCount[]): number => counts.reduce((total, { count }) => total + count, 0);

const STATES = [
  ["raised", text("待签收", "To be acknowledged")],
  ["acknowledged", text("已签收", "Acknowledged")],
  ["in-hand", text("处置中", "In hand")],
] as const;

function levelTable(asked: Asked<unknown>, open: readonly OpenCount[], profile: Profile): Html {
  const { say, language } = asked;
  return table({
    caption: say(text("未办结预警（按等级）", "Open alerts by level")),
    ...{ unit: say(text("条", "alerts")), language },
    columns: [
      { head: say(text("等级", "Level")) },
      ...STATES.map(([, head]) => ({ head: say(head), number: true })),
      { head: say(text("合计", "All")), number: true },
    ],
    rows: profile.levels.map(({ code }) => {
      const own = open.filter(({ level }) => level === code);
      const cells = STATES.map(([state]) => exact(sum(own.filter((one) => one.state === state))));
      return {
        name: html`<a href="/alerts?level=${code}">${levelMark(asked, profile, code)}</a>`,
        cells: [...cells, exact(sum(own))],
      };
    }),
    empty: "",
  });
}

function regionTable(asked: Asked<unknown>, open: readonly OpenCount[], profile: Profile): Html {
  const { say, language } = asked;
  const regions = [...new Set(open.map(({ region }) => region))].toSorted(
    (a, b) => sum(open.filter((o) => o.region === b)) - sum(open.filter((o) => o.region === a)),
  );
  return table({
    caption: say(text("未办结预警（按区划）", "Open alerts by region")),
    ...{ unit: say(text("条", "alerts")), language },
    columns: [
      { head: say(text("区划", "Region")) },
      ...profile.levels.map(({ shape, name }) => ({ head: `${shape}${name[language]}`, number: true })),
      { head: say(text("合计", "All")), number: true },
    ],
    rows: regions.map((code) => {
      const own = open.filter(({ region }) => region === code);
      const cells = profile.levels.map((level) => exact(sum(own.filter((one) => one.level === level.code))));
      const name =
        code === null
          ? say(text("未登记", "not registered"))
          : html`<a href="/alerts?region=${code}">${nameIn(asked, profile.regions, code)}</a>`;
      return { name, cells: [...cells, exact(sum(own))] };
    }),
    empty: say(text("没有未办结的预警。", "no alert is open.")),
  });
}
