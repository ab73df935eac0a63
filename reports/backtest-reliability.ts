import type { Estimate } from "../models/judging/bootstrap.ts";
import { inTheLarge, type ReliabilityBin } from "../models/judging/calibration.ts";
import type { BacktestTable } from "../models/judging/judge-backtest.ts";
import type { ScoreJudgement } from "../models/judging/judgement.ts";
import type { SizeBandJudgement } from "../models/judging/size-bands.ts";
import { type Language, text } from "../models/text.ts";
import { count, decimal, sayTable, share } from "./backtest-words.ts";
import { type Html, html } from "./markup.ts";
import { NO_SAMPLE } from "./number.ts";

/** Whether probabilities hold: a picture, its numbers, and the same by size. Scores that claim none are left out. */
export function reliabilityPart({ rows }: BacktestTable, language: Language): Html {
  const claims = rows.filter((row) => row.calibration !== null);
  if (claims.length === 0) return html`<p class="note">${NO_CLAIM[language]}</p>`;
  return html`${claims.map((row) => oneScore(row, row.calibration!, language))}`;
}

const NO_CLAIM = text(
  "参评各项均为评分，不是概率，不作校准检验。",
  "All of these are scores, not probabilities: there is nothing to calibrate.",
);

function oneScore(
  { name }: ScoreJudgement,
  judged: NonNullable<ScoreJudgement["calibration"]>,
  language: Language,
): Html {
  const title = `${text("概率是否可信", "Do the probabilities hold")[language]}${text("：", ": ")[language]}${name[language]}`;
  return html`<h2>${title}</h2>
<p class="body">${inTheLargeWords(judged.reliability, language)}Brier ${decimal(judged.brier)}${text("；相对基准率的技巧分", "; skill against the base rate ")[language]}${inline(judged.skill, language)}${text("。", ".")[language]}</p>
${judged.reliability.length > 0 ? diagram(judged.reliability, language) : null}${sayTable<ReliabilityBin>(
  {
    caption: text("按预测概率分组", "By the probability given"),
    first: text("平均预测", "Foretold"),
    name: (bin) => share(bin.foretold),
    rows: judged.reliability,
    columns: [
      { head: text("实际发生", "Observed"), cell: (bin) => share(bin.observed) },
      { head: text("企业月", "Enterprise-months"), cell: (bin) => count(bin.rows) },
      { head: text("事件", "Events"), cell: (bin) => count(bin.events) },
    ],
  },
  language,
)}${sizeTable(judged.bySize, language)}`;
}

/** Whether all the probabilities together are too high or too low. */
function inTheLargeWords(bins: readonly ReliabilityBin[], language: Language): string {
  const { expected, came } = inTheLarge(bins);
  return text(
    `预计${expected.toFixed(1)}起，实际${came}起；`,
    `${expected.toFixed(1)} events expected, ${came} came; `,
  )[language];
}

/** 0.325（0.103–0.437）: a figure with its interval in a sentence. */
function inline(skill: Estimate | null, language: Language): string {
  const [value, low, high] = [skill?.value ?? null, skill?.low ?? null, skill?.high ?? null].map(decimal);
  return low === NO_SAMPLE ? value! : text(`${value}（${low}–${high}）`, `${value} (${low}–${high})`)[language];
}

const sizeTable = (bands: readonly SizeBandJudgement[], language: Language): Html =>
  sayTable<SizeBandJudgement>(
    {
      caption: text("按企业规模", "By size of enterprise"),
      first: text("用工人数", "Persons"),
      name: ({ from, below }) =>
        below === null
          ? text(`${from}人及以上`, `${from} and more`)[language]
          : text(`${from}—${below - 1}人`, `${from}–${below - 1}`)[language],
      rows: bands,
      columns: [
        { head: text("企业月", "Enterprise-months"), cell: (band) => count(band.rows) },
        { head: text("事件", "Events"), cell: (band) => count(band.events) },
        { head: text("平均预测", "Foretold"), cell: (band) => share(band.foretold) },
        { head: text("实际发生", "Observed"), cell: (band) => share(band.rows > 0 ? band.events / band.rows : null) },
        { head: text("Brier", "Brier"), cell: (band) => decimal(band.brier) },
        { head: text("技巧分", "Skill"), cell: (band) => decimal(band.skill) },
      ],
    },
    language,
  );

/** A drawing of 300 × 240 units, its plot inside these margins. */
const PLOT = { width: 300, height: 240, left: 44, right: 274, top: 10, bottom: 204 } as const;

/** Observed over foretold, with the line on which both are equal; both axes end at the highest of either. */
function diagram(bins: readonly ReliabilityBin[], language: Language): Html {
  const { width, height, left, right, top, bottom } = PLOT;
  const most = Math.max(...bins.flatMap(({ foretold, observed }) => [foretold, observed])) || 1;
  const x = (value: number) => (left + (value / most) * (right - left)).toFixed(1);
  const y = (value: number) => (bottom - (value / most) * (bottom - top)).toFixed(1);
  const points = bins.map(({ foretold, observed }) => `${x(foretold)},${y(observed)}`).join(" ");
  const says = text(
    "横轴为平均预测，纵轴为实际发生；虚线上两者相等",
    "Across: foretold; up: observed; on the dashed line they are equal",
  );
  return html`<figure><figcaption>${text("可靠性图", "Reliability diagram")[language]}</figcaption>
<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${says[language]}">
<path class="axis" fill="none" d="M${left} ${top}V${bottom}H${right}"/>
<line class="even" x1="${x(0)}" y1="${y(0)}" x2="${x(most)}" y2="${y(most)}"/>
<polyline class="line" points="${points}"/>
${bins.map(({ foretold, observed }) => html`<circle cx="${x(foretold)}" cy="${y(observed)}" r="3"/>`)}
${[0, most / 2, most].map((v) => html`<text x="${x(v)}" y="${bottom + 15}" text-anchor="middle">${share(v)}</text><text x="${left - 5}" y="${Number(y(v)) + 4}" text-anchor="end">${share(v)}</text>`)}
<text x="${(left + right) / 2}" y="${bottom + 31}" text-anchor="middle">${text("平均预测", "Foretold")[language]}</text>
</svg><p class="note">${says[language]}${text("。", ".")[language]}</p></figure>
`;
}
