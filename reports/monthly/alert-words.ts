import { type Text, text } from "../../models/text.ts";
import type { AlertFact, LevelFact } from "../alert-facts.ts";
import type { Spoken } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { NO_SAMPLE } from "../number.ts";
import { DECISION_NOTES, DECISION_WORDS, repeatWord } from "../wording/alerts.ts";
import { list, same } from "../wording/say.ts";

/** Shape, word and numeral together; the colour alone never says anything. */
export const levelRun = ({ shape, name, numeral, code }: LevelFact): Spoken => ({
  words: text(`${shape}${name.zh}（${numeral}级）`, `${shape} ${name.en} (${numeral})`),
  level: code,
});

/** Shape and word alone, for a column of a list. */
export function levelMark(level: LevelFact | undefined): Spoken {
  if (level === undefined) return same(NO_SAMPLE);
  const { shape, name, code } = level;
  return { words: text(`${shape}${name.zh.replace(/预警$/, "")}`, `${shape} ${name.en}`), level: code };
}

type Names = Pick<MonthlyFacts, "names">;

/** An enterprise with where it belongs and who has to act. */
export function enterpriseLines(alert: AlertFact, { names }: Names): Spoken[] {
  const { zh, en } = placeOf(alert, names);
  const key = alert.keyEnterprise ? text("重点企业，", "key enterprise, ") : text("", "");
  const departments = list(alert.departments.map((code) => names.departments[code] ?? same(code)));
  return [
    same(alert.name),
    small(text(`${key.zh}${zh}`, `${key.en}${en}`)),
    small(same(alert.code)),
    ...(alert.departments.length === 0
      ? []
      : [small(text(`主管部门：${departments.zh}`, `Departments: ${departments.en}`))]),
    ...(alert.specialist === null
      ? []
      : [small(text(`就业服务专员：${alert.specialist}`, `Specialist: ${alert.specialist}`))]),
  ];
}

const small = (words: Text): Spoken => ({ words, small: true });

/** Industry and region by name; says which is not known. */
export function placeOf(
  { industry, region }: { readonly industry: string | null; readonly region: string | null },
  names: MonthlyFacts["names"],
): Text {
  const trade =
    industry === null ? text("行业未明", "industry unknown") : (names.industries[industry] ?? same(industry));
  const town = region === null ? text("区划未明", "township unknown") : (names.regions[region] ?? same(region));
  return text(`${trade.zh}，${town.zh}`, `${trade.en}, ${town.en}`);
}

/** What became of an alert this month, from which level, and since when it is open. */
export function changeLines(alert: AlertFact, { levels }: { readonly levels: readonly LevelFact[] }): Spoken[] {
  const before = levels.find(({ code }) => code === alert.levelBefore);
  const from =
    before && alert.level !== alert.levelBefore
      ? text(`（原${before.name.zh}）`, ` (was ${before.name.en})`)
      : text("", "");
  const word = DECISION_WORDS[alert.reason];
  const note = DECISION_NOTES[alert.reason];
  const repeated = repeatWord(alert);
  return [
    text(`${word.zh}${from.zh}`, `${word.en}${from.en}`),
    ...(note === undefined ? [] : [small(note)]),
    small(text(`${alert.openedMonth}起`, `since ${alert.openedMonth}`)),
    small(repeated),
  ];
}
