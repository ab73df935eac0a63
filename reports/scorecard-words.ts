import type { LevelJudgement } from "../models/judging/alerts-by-level.ts";
import { formatMonth } from "../models/month.ts";
import type { Level } from "../models/profile.ts";
import type { FeedbackCounts } from "../models/scorecard/feedback.ts";
import type { RiskJudgement } from "../models/scorecard/judge-risk.ts";
import type { AuditResult, Scorecard } from "../models/scorecard/scorecard.ts";
import { type Text, text } from "../models/text.ts";
import { share } from "./backtest-words.ts";

/** How the alerts of the past year did, in sentences. */
export function scorecardSentences(card: Scorecard, levels: readonly Level[]): readonly Text[] {
  return [
    alertsSentence(card),
    ...card.levels.filter(({ alerts }) => alerts > 0).map((one) => levelSentence(one, levels)),
    eventsSentence(card),
    ...(card.risk ? [riskSentence(card.risk)] : []),
    auditSentence(card.audit),
    ...(card.feedback.useful + card.feedback.notUseful > 0 ? [feedbackSentence(card.feedback)] : []),
    ...card.outside.map(({ level, says }) => {
      const name = levels.find(({ code }) => code === level)?.name ?? text("风险评分", "Risk");
      return text(`超出允许范围：${name.zh}，${says.zh}。`, `Outside its band: ${name.en}, ${says.en}.`);
    }),
  ];
}

function alertsSentence({ from, to, all, burden }: Scorecard): Text {
  const span = [formatMonth(from), formatMonth(to)];
  const { hit, late, repeated, intervened, pending } = all.verdicts;
  const rest = all.verdicts.false;
  const rate = burden.perHundred === null ? "—" : burden.perHundred.toFixed(2);
  return text(
    `${span.join("至")}共发出预警${all.alerts}条（每百户每月${rate}条）：属实${hit}条，事后确认${late}条，与另一条同因${repeated}条，已介入而未发生${intervened}条，未发生${rest}条，尚待观察${pending}条。`,
    `${span.join(" to ")}: ${all.alerts} alerts (${rate} a month per 100 enterprises); ${hit} came true, ${late} confirmed afterwards, ${repeated} for the same cause as another, ${intervened} without the event after help, ${rest} without the event, ${pending} still to be seen.`,
  );
}

function levelSentence(
  { level, alerts, precision, interval, ifHelped, ifNot }: LevelJudgement,
  levels: readonly Level[],
): Text {
  const name = levels.find(({ code }) => code === level)!.name;
  if (precision === null)
    return text(`${name.zh}${alerts}条，尚无已见结果的。`, `${name.en}: ${alerts}, none with a known outcome yet.`);
  const range = interval ? `${share(interval.low)}–${share(interval.high)}` : "—";
  const bounds = `${share(ifNot)}–${share(ifHelped)}`;
  const [zh, en] =
    ifHelped === ifNot ? ["", ""] : [`；把已介入的一并计入，在${bounds}之间`, `; with those helped, between ${bounds}`];
  return text(
    `${name.zh}${alerts}条，查准率${share(precision)}（95%区间${range}）${zh}。`,
    `${name.en}: ${alerts}, precision ${share(precision)} (95% interval ${range})${en}.`,
  );
}

function eventsSentence({ all }: Scorecard): Text {
  if (all.events === 0) return text("期间没有发生大幅减员。", "No large reduction came.");
  const lead =
    all.medianLeadWarned === null
      ? ["", ""]
      : [`，预警的中位提前${all.medianLeadWarned}个月`, `, warned a median of ${all.medianLeadWarned} months before`];
  return text(
    `期间发生大幅减员${all.events}起，其中事前或当月已预警${all.warned}起（${share(all.recall)}）${lead[0]}；事后才预警${all.late}起，未预警${all.missed}起。`,
    `${all.events} large reductions came; ${all.warned} (${share(all.recall)}) were warned of before or in their month${lead[1]}; ${all.late} afterwards, ${all.missed} never.`,
  );
}

function riskSentence({ rows, events, averagePrecision, baseRate, calibration }: RiskJudgement): Text {
  const ap = averagePrecision === null ? "—" : averagePrecision.toFixed(3);
  const base = baseRate === null ? "—" : baseRate.toFixed(3);
  const skill = calibration?.skill;
  const range = skill?.low == null ? "" : ` (${skill.low.toFixed(2)}–${skill.high!.toFixed(2)})`;
  const [zh, en] = calibration
    ? [
        `按概率预计${calibration.expected.toFixed(1)}起、实际${events}起，布里尔技巧分${skill ? skill.value.toFixed(2) : "—"}${range}`,
        `${calibration.expected.toFixed(1)} expected by its probabilities, ${events} came, Brier skill ${skill ? skill.value.toFixed(2) : "—"}${range}`,
      ]
    : [
        "尚未用本地结果拟合，只排先后，不作概率",
        "not fitted on this place's outcomes: it orders and claims no probability",
      ];
  return text(
    `风险评分：${rows}个企业月、${events}起，平均精度${ap}（基准率${base}）；${zh}。`,
    `Risk: ${rows} enterprise-months, ${events} events, average precision ${ap} (base rate ${base}); ${en}.`,
  );
}

const feedbackSentence = ({ useful, notUseful }: FeedbackCounts): Text =>
  text(
    `经办人员评价${useful + notUseful}次：有用${useful}次，无用${notUseful}次。`,
    `Of ${useful + notUseful} answers by those who handled alerts, ${useful} called them useful and ${notUseful} not.`,
  );

function auditSentence({ looked, found, interval }: AuditResult): Text {
  if (interval === null) return text("抽查的未预警企业尚无结果。", "Nothing is known yet of enterprises drawn by lot.");
  const range = `${share(interval.low)}–${share(interval.high)}`;
  return text(
    `抽查未预警企业${looked}户次，其后出现大幅减员或不利动态${found}户次（漏报率95%区间${range}）。`,
    `Of ${looked} enterprises without an alert drawn by lot, ${found} had a large reduction or a reported event (95% interval of the share missed ${range}).`,
  );
}
