import type { AlertFact, LevelFact } from "./alert-facts.ts";
import { alertChart } from "./charts.ts";
import type { MonthlyFacts } from "./facts.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE } from "./number.ts";
import { picture } from "./picture.ts";
import { table } from "./table.ts";
import { safeColor } from "./tokens.ts";
import {
  alertSentence,
  collectiveSentence,
  DECISION_NOTES,
  DECISION_WORDS,
  historySentence,
  LABEL_NOTE,
  repeatWord,
  SCORE_NOTE,
} from "./wording-alerts.ts";
import { list } from "./wording-change.ts";

/** Enterprises whose history is drawn. */
const DRAWN = 6;

/** 三、预警 */
export const alertsPart = (facts: MonthlyFacts): Html => html`<h2 id="alerts">三、预警</h2>
<p class="body">${alertSentence(facts)}</p>
${levelTable(facts)}
<h3>（一）企业预警</h3>
${openTable(facts)}
<p class="note">${SCORE_NOTE}“预计”由本企业往常走势和同组企业变动推算，“下限”以下为异常。</p>
${pictures(facts)}${endedTable(facts)}
<h3>（二）全域规则</h3>
${facts.alerts.collective.map((rule) => html`<p class="body">${collectiveSentence(rule)}</p>`)}${facts.alerts.collective.length === 0 ? html`<p class="note">阈值方案未设全域规则。</p>` : null}
<h3>（三）法定线标注（仅作标注，不构成预警）</h3>
<p class="body">${LABEL_NOTE}</p>
${labelTable(facts)}
`;

/** Shape, word and colour together; the colour alone never says anything. */
const levelMark = (level: LevelFact | undefined): Html =>
  level
    ? html`<span class="level"><span class="whole">${levelShape(level)}${level.name.zh}</span><wbr>（${level.numeral}级）</span>`
    : html`<span class="level">${NO_SAMPLE}</span>`;

const levelShape = ({ code, shape }: LevelFact): Html =>
  html`<span class="shape ${levelClass(code)}" aria-hidden="true">${shape}</span>`;

const levelClass = (code: string): string => `level-${code.replace(/[^a-z0-9]/gi, "-")}`;

/** The profile's level colours as classes, because the page's policy lets no style attribute through. */
export const levelStyle = ({ alerts }: MonthlyFacts): string =>
  alerts.levels.map(({ code, color }) => `.${levelClass(code)}{color:${safeColor(color)}}`).join("\n");

function levelTable({ alerts }: MonthlyFacts): Html {
  const count = (level: LevelFact, reason: string) =>
    exact(alerts.open.filter((a) => a.level === level.code && a.reason === reason).length);
  return table({
    ...{ caption: "各等级预警企业", unit: "户" },
    columns: [{ head: "等级" }, ...["企业", "新增", "升级", "降级"].map((head) => ({ head, number: true }))],
    rows: alerts.levels.map((level) => ({
      name: levelMark(level),
      cells: [exact(level.open), count(level, "opened"), count(level, "raised"), count(level, "downgraded")],
    })),
    empty: "本地区配置未设预警等级。",
  });
}

const labelTable = ({ alerts }: MonthlyFacts): Html =>
  table({
    ...{ caption: "达到标注线的企业（仅作标注，不构成预警）", unit: "户" },
    columns: [{ head: "标注线" }, ...["达到企业", "已列预警", "其余"].map((head) => ({ head, number: true }))],
    rows: alerts.labels.map(({ name, enterprises, alerted }) => ({
      name: name.zh,
      cells: [exact(enterprises), exact(alerted), exact(enterprises - alerted)],
    })),
    empty: "阈值方案未设标注线。",
  });

function openTable(facts: MonthlyFacts): Html {
  const levelOf = (alert: AlertFact) => facts.alerts.levels.find((l) => l.code === alert.level);
  return table({
    ...{ caption: "预警企业清单", unit: "人", stack: true },
    columns: [
      ...[{ head: "企业" }, { head: "等级", tag: true }, { head: "变化", tag: true }],
      { head: "原因", wide: true },
      ...["上月", "本月", "预计", "下限", "评分"].map((head) => ({ head, number: true })),
    ],
    rows: facts.alerts.open.map((alert) => ({
      name: enterpriseName(alert, facts),
      cells: [
        ...[levelMark(levelOf(alert)), changeWords(alert, facts), reason(alert)],
        ...[exact(alert.previous), alert.headcount === null ? "未报" : exact(alert.headcount)],
        ...[rounded(alert.expected), rounded(alert.lower), alert.risk === null ? NO_SAMPLE : alert.risk.toFixed(2)],
      ],
    })),
    empty: "本月没有维持中的企业预警。",
  });
}

const rounded = (value: number | null): string => exact(value === null ? null : Math.round(value));

const enterpriseName = (alert: AlertFact, { names }: MonthlyFacts): Html => {
  const industry = alert.industry === null ? "行业未明" : (names.industries[alert.industry]?.zh ?? alert.industry);
  const region = alert.region === null ? "区划未明" : (names.regions[alert.region]?.zh ?? alert.region);
  const departments = alert.departments.map((code) => names.departments[code]?.zh ?? code);
  return html`${alert.name}<br><span class="small">${alert.keyEnterprise ? "重点企业，" : ""}${industry}，${region}<br>${alert.code}${owners(departments, alert.specialist)}</span>`;
};

/** Who has to act. */
const owners = (departments: readonly string[], specialist: string | null): Html =>
  html`${departments.length > 0 ? html`<br>主管部门：${list(departments)}` : null}${specialist === null ? null : html`<br>就业服务专员：${specialist}`}`;

function changeWords(alert: AlertFact, { alerts }: MonthlyFacts): Html {
  const before = alerts.levels.find((l) => l.code === alert.levelBefore);
  const from = before && alert.level !== alert.levelBefore ? `（原${before.name.zh}）` : "";
  const note = DECISION_NOTES[alert.reason];
  const aside = note === undefined ? null : html`<br><span class="small">${note}</span>`;
  return html`${DECISION_WORDS[alert.reason]}${from}${aside}<br><span class="small">${alert.openedMonth}起，${repeatWord(alert)}</span>`;
}

const reason = ({ explanation, rules }: AlertFact): Html =>
  html`${explanation.zh}${rules.length > 0 ? html`<br><span class="small">标注：${list(rules.map((r) => r.zh))}</span>` : null}`;

function pictures(facts: MonthlyFacts): Html | null {
  const drawn = facts.alerts.open.filter((a) => a.history.filter((h) => h !== null).length > 1).slice(0, DRAWN);
  if (drawn.length === 0) return null;
  const one = (alert: AlertFact, i: number) => {
    const level = facts.alerts.levels.find((l) => l.code === alert.level);
    const title = html`${level ? levelShape(level) : null}${alert.name}`;
    const says = historySentence(alert);
    return picture({ id: `chart-alert-${i}`, title, says, config: alertChart(alert, level, facts.month) });
  };
  return html`<h4>前${drawn.length}户用工历史</h4>
<p class="note">线为用工人数（人），未报月份断开，纵轴不从0起；本月点为等级形状，灰条为下限至预计。</p>
<div class="pictures">${drawn.map(one)}</div>`;
}

function endedTable(facts: MonthlyFacts): Html | null {
  if (facts.alerts.ended.length === 0) return null;
  return table({
    ...{ caption: "本月解除或撤回", unit: "人", stack: true },
    columns: [
      ...[
        { head: "企业" },
        { head: "变化", tag: true },
        { head: "上月", number: true },
        { head: "本月", number: true },
      ],
      { head: "说明" },
    ],
    rows: facts.alerts.ended.map((alert) => ({
      name: enterpriseName(alert, facts),
      cells: [changeWords(alert, facts), exact(alert.previous), exact(alert.headcount), alert.explanation.zh],
    })),
    empty: "无。",
  });
}
