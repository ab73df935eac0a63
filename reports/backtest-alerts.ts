import type { LevelJudgement } from "../models/judging/alerts-by-level.ts";
import type { Level } from "../models/profile.ts";
import type { RaisedAlerts } from "../models/replay/backtest.ts";
import { type Language, text } from "../models/text.ts";
import { count, oneDecimal, sayTable, share } from "./backtest-words.ts";
import { type Html, html } from "./markup.ts";
import { NO_SAMPLE } from "./number.ts";

/** The alerts that the threshold set raised, each at the worst level it reached: what the desks would have seen. */
export function raisedPart(raised: RaisedAlerts, levels: readonly Level[], language: Language): Html {
  const name = ({ level }: LevelJudgement) => levels.find(({ code }) => code === level)?.name[language] ?? level;
  const table = sayTable(
    {
      ...{ caption: text("实际发出的预警", "Alerts raised"), first: text("等级", "Level"), name, rows: raised.levels },
      columns: [
        { head: text("预警", "Alerts"), cell: (row) => count(row.alerts) },
        { head: text("属实", "Came true"), cell: (row) => count(row.verdicts.hit) },
        { head: text("未发生", "Did not"), cell: (row) => count(row.verdicts.false) },
        { head: text("已干预", "Intervened"), cell: (row) => count(row.verdicts.intervened) },
        { head: text("待观察", "Pending"), cell: (row) => count(row.verdicts.pending) },
        { head: text("精确率", "Precision"), cell: (row) => share(row.precision) },
        { head: text("本级及以上召回率", "Recall with the levels above"), cell: (row) => share(row.recall) },
      ],
    },
    language,
  );
  return html`${table}<p class="note">${SUMMARY[language](raised)}</p>
`;
}

const SUMMARY: Readonly<Record<Language, (raised: RaisedAlerts) => string>> = {
  zh: ({ all, burden }) =>
    `共${all.alerts}条，每百户每月新开${rate(burden.perHundred)}条；事件${all.events}起，预警${all.warned}起，提前月数中位数${oneDecimal(all.medianLead)}，提前1个月以上${share(all.ahead)}；重复${share(burden.repeated)}，每户每年等级变动${rate(burden.flapping)}次。`,
  en: ({ all, burden }) =>
    `${all.alerts} alerts, ${rate(burden.perHundred)} a month per 100 enterprises; of ${all.events} events ${all.warned} were warned of, median lead ${oneDecimal(all.medianLead)} months, ${share(all.ahead)} a month or more ahead; ${share(burden.repeated)} repeated, ${rate(burden.flapping)} level changes per enterprise-year.`,
};

const rate = (value: number | null): string => (value === null ? NO_SAMPLE : value.toFixed(2));
