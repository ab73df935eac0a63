import { type Language, type Text, text } from "../../models/text.ts";
import type { Advice } from "../advice/advice.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";
import { alertChart } from "../charts.ts";
import { count } from "../document/cell.ts";
import type { Block, ReportDocument, TableBlock } from "../document/document.ts";
import { type Numbered, reportFrame } from "../document/frame.ts";
import { type Writer, writerIn } from "../document/writer.ts";
import { adviceBlocks } from "../monthly/advice-blocks.ts";
import { numbers } from "../monthly/group-table.ts";
import { NO_SAMPLE, shareInWords } from "../number.ts";
import { historySentence } from "../wording/alerts.ts";
import { people } from "../wording/change.ts";
import { dateWords, monthWords } from "../wording/dates.ts";
import { clause, list, NOTHING, same } from "../wording/say.ts";
import type { FlashFacts } from "./facts.ts";
import type { NamedEvent } from "./input.ts";
import { findingOf } from "./statutory.ts";
import { reportedAsSentence, statutorySentence } from "./statutory-words.ts";

/** 突发专报: what happened, how large it is, what is known of the enterprise, what to do. */
export function flashDocument(facts: FlashFacts, language: Language, numbered: Numbered | null): ReportDocument {
  const w = writerIn(language);
  return {
    ...reportFrame(facts, w, numbered),
    blocks: [
      ...w.paragraph("lead", { words: leadSentence(facts), strong: true }, noteSentence(facts.event)),
      w.heading(1, text("研判", "How serious it is"), "judgement"),
      ...w.paragraph("body", statutorySentence(facts), reportedAsSentence(facts), alertSentence(facts)),
      w.heading(1, text("企业基本情况", "The enterprise"), "enterprise"),
      ...w.paragraph("body", ownersSentence(facts)),
      ...historyBlocks(facts, w),
      w.heading(1, text("其他动态", "Other events"), "events"),
      eventTable(facts, w),
      w.heading(1, text("工作建议", "Suggestions"), "advice"),
      ...adviceBlocks(adviceOn(facts), w),
    ],
  };
}

function leadSentence({ event, enterprise, place, staff, share }: FlashFacts): Text {
  const date = dateWords(event.occurredOn);
  const where = clause(place.industry ?? NOTHING, place.region ?? NOTHING);
  const concerned = event.people === null ? null : people(event.people);
  const size =
    concerned === null
      ? text("涉及人数不详", "how many are concerned is not known")
      : text(`涉及${concerned.zh}`, `${concerned.en} concerned`);
  const of =
    staff === null || share === null
      ? NOTHING
      : text(
          `占${monthWords(staff.month).zh}用工${people(staff.persons).zh}的${shareInWords(share).zh}`,
          `${shareInWords(share).en} of the ${people(staff.persons).en} reported for ${monthWords(staff.month).en}`,
        );
  const said = clause(size, of);
  return text(
    `${date.zh}，${enterprise.name}（${where.zh}）${event.name.zh}，${said.zh}。`,
    `On ${date.en}, ${enterprise.name} (${where.en}): ${event.name.en}; ${said.en}.`,
  );
}

const noteSentence = ({ note }: NamedEvent): Text =>
  note === null ? NOTHING : text(`来报说明：${note}。`, `As reported: ${note}.`);

function alertSentence({ alert, levels }: FlashFacts): Text {
  const level = levels.find(({ code }) => code === alert?.level);
  if (alert === null || level === undefined)
    return text("该企业目前没有维持中的预警。", "No alert is open about the enterprise.");
  return text(
    `该企业现列${level.name.zh}（${level.numeral}级）：${alert.explanation.zh}`,
    `The enterprise is on ${level.name.en.toLowerCase()} alert (${level.numeral}): ${alert.explanation.en}`,
  );
}

const NOBODY = text("未明确", "none named");

const departmentsOf = ({ departments }: FlashFacts["place"]): Text =>
  departments.length > 0 ? list(departments) : NOBODY;

function ownersSentence({ enterprise, place }: FlashFacts): Text {
  const departments = departmentsOf(place);
  const specialist = enterprise.specialist === null ? NOBODY : same(enterprise.specialist);
  return text(
    `统一社会信用代码${enterprise.code}，${enterprise.keyEnterprise ? "属重点企业，" : ""}主管部门：${departments.zh}；就业服务专员：${specialist.zh}。`,
    `Code ${enterprise.code}${enterprise.keyEnterprise ? ", a key enterprise" : ""}; departments: ${departments.en}; specialist: ${specialist.en}.`,
  );
}

/** Months of the history that are printed. */
const SHOWN = 13;

function historyBlocks(facts: FlashFacts, w: Writer): Block[] {
  const { enterprise, months, alert, levels, month } = facts;
  const { history } = enterprise;
  if (history.every((persons) => persons === null))
    return w.paragraph("note", text("该企业未报送过用工数据。", "The enterprise never reported a headcount."));
  const level = levels.find(({ code }) => code === alert?.level);
  const drawn = { history, expected: alert?.expected ?? null, lower: alert?.lower ?? null };
  const says =
    alert === null
      ? text(
          "线为用工人数（人），未报月份断开，纵轴不从0起。",
          "The line is the headcount, broken where nothing was reported; the axis does not begin at 0.",
        )
      : historySentence(alert);
  const title = text("用工历史（人）", "Headcount");
  return [
    w.figure({ id: "history", title, says, config: alertChart(drawn, level, month, w.language), width: "full" }),
    w.table({
      ...{ id: "history", caption: text("近13个月用工", "The last 13 months"), unit: text("人", "persons") },
      columns: [{ head: text("月份", "Month") }, ...[text("用工人数", "Persons")].map(numbers)],
      rows: history
        .map((persons, i) => ({ cells: [w.words(same(months[i]!)), count(persons, w.say(text("未报", "silent")))] }))
        .slice(-SHOWN)
        .toReversed(),
      empty: text("无。", "none."),
    }),
  ];
}

const eventTable = ({ others }: FlashFacts, w: Writer): TableBlock =>
  w.table({
    ...{ id: "events", caption: text("该企业其他动态", "Other events of the enterprise"), unit: text("人", "persons") },
    columns: [
      { head: text("动态", "Event"), kind: "wide" },
      { head: text("日期", "Date"), kind: "tag" },
      numbers(text("涉及人数", "Persons")),
      { head: text("说明", "Note"), kind: "wide" },
    ],
    rows: others.map(({ name, occurredOn, people: persons, note }) => ({
      cells: [w.words(name), w.words(same(occurredOn)), count(persons), w.words(same(note ?? NO_SAMPLE))],
    })),
    empty: text("近一年没有其他动态。", "none within a year."),
  });

/** What is done at once, each with what it rests on. */
function adviceOn({ event, remedy, alert, levels, statutory, place }: FlashFacts): Advice[] {
  const severe = levels.slice(0, 2).some(({ code }) => code === alert?.level);
  const hours = (severe ? ADVICE_LIMITS.reportSevere : ADVICE_LIMITS.reportOther).value;
  const days = ADVICE_LIMITS.firstVisit.value;
  const level = levels.find(({ code }) => code === alert?.level)?.name;
  const graded = level ?? text("尚未定级", "no level yet");
  const crossed = findingOf(statutory) === "reached";
  const owners = departmentsOf(place);
  return [
    {
      code: "report",
      urge: text(`${hours}小时内书面报告`, `report in writing within ${hours} hours`),
      because: text(`当前等级${graded.zh}`, `level: ${graded.en}`),
    },
    {
      code: "visit",
      urge: text(`${days}日内首访，核实经营、用工和工资支付`, `visit within ${days} days: business, staff and wages`),
      because: text(`主管部门${owners.zh}`, `departments: ${owners.en}`),
    },
    ...(remedy === null
      ? []
      : [{ code: "remedy", urge: remedy, because: text(`动态类型${event.name.zh}`, event.name.en) }]),
    ...(crossed
      ? [
          {
            code: "procedure",
            urge: text(
              "督促履行法定程序，做好失业职工再就业帮扶准备",
              "see that the procedure is kept and prepare help to new work",
            ),
            because: text("涉及人数达到法定界限", "those concerned reach a line of art. 41"),
          },
        ]
      : []),
  ];
}
