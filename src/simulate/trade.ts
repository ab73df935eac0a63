import type { SeasonName } from "./season.ts";

/** How enterprises of a trade behave. Magnitudes are believable settings, not measurements of any place. */
export interface Trade {
  /** First and last GB/T 4754 division (two digits). */
  readonly divisions: readonly [number, number];
  /** How many enterprises a division of it has beside the others. */
  readonly weight: number;
  /** Size beside the place's usual one. */
  readonly size: number;
  /** Share of people who leave in an ordinary month, and are replaced. */
  readonly turnover: number;
  /** Trend of the headcount a year. */
  readonly growth: number;
  /** Share of people away on Spring Festival's day. */
  readonly festival: number;
  readonly season: SeasonName;
  /** Share of enterprises that use dispatch workers. */
  readonly dispatch: number;
  /** Revenue a head and year, 万元. */
  readonly revenue: number;
  /** What the names of its enterprises say. */
  readonly word: string;
}

type Row = readonly [number, number, number, number, number, number, number, SeasonName, number, number, string];

// biome-ignore format: a table reads better in columns
const ROWS: readonly Row[] = [
  // divisions  weight size turnover growth festival season     dispatch revenue word
  [ 1,  1,      10,    0.8, 0.022,   0.010, 0.015,  "harvest",  0.02,    12,     "果业"],
  [ 2,  5,       2,    0.7, 0.018,   0.010, 0.010,  "even",     0.01,    14,     "农牧"],
  [ 6, 12,     0.5,    2.0, 0.018,  -0.040, 0.080,  "even",     0.15,    60,     "矿业"],
  [13, 15,     2.5,    1.3, 0.022,   0.005, 0.050,  "harvest",  0.12,    65,     "食品"],
  [16, 43,     0.8,    1.8, 0.020,  -0.020, 0.070,  "even",     0.18,    80,     "制造"],
  [44, 46,     0.8,    2.5, 0.005,   0.005,     0,  "even",     0.20,   110,     "能源水务"],
  [47, 50,       4,    1.6, 0.030,  -0.030, 0.150,  "building", 0.20,    45,     "建设"],
  [51, 52,       9,    0.7, 0.022,   0.005, 0.020,  "even",     0.04,    95,     "商贸"],
  [53, 60,     1.2,    1.2, 0.018,   0.010, 0.035,  "even",     0.12,    50,     "运输"],
  [61, 62,       5,    0.9, 0.035,   0.020, 0.030,  "tourism",  0.05,    18,     "酒店餐饮"],
  [63, 65,       1,    0.8, 0.020,   0.030, 0.010,  "even",     0.08,    55,     "信息技术"],
  [66, 69,     0.5,    2.0, 0.008,  -0.010,     0,  "even",     0.15,   160,     "金融服务"],
  [70, 70,       3,    0.9, 0.022,  -0.050, 0.015,  "even",     0.08,    60,     "置业"],
  [71, 72,       3,    1.3, 0.030,   0.020, 0.025,  "even",     0.15,    30,     "商务服务"],
  [73, 75,     1.2,    0.8, 0.015,   0.010, 0.010,  "even",     0.05,    40,     "技术服务"],
  [76, 79,     0.8,    1.4, 0.015,   0.010, 0.010,  "tourism",  0.12,    20,     "景区环境"],
  [80, 82,       2,    0.6, 0.030,   0.005, 0.030,  "even",     0.02,    15,     "生活服务"],
  [83, 83,       2,    1.8, 0.010,  -0.010,     0,  "school",   0.03,    14,     "教育"],
  [84, 85,       1,    2.2, 0.008,   0.010,     0,  "even",     0.05,    25,     "健康服务"],
  [86, 90,       1,    0.8, 0.025,   0.020, 0.020,  "tourism",  0.04,    16,     "文旅"],
  [91, 97,    0.02,    1.0, 0.005,       0,     0,  "even",     0.05,    10,     "服务"],
];

const toTrade = (row: Row): Trade => {
  const [first, last, weight, size, turnover, growth, festival, season, dispatch, revenue, word] = row;
  return { divisions: [first, last], weight, size, turnover, growth, festival, season, dispatch, revenue, word };
};

const TRADES = ROWS.map(toTrade);
const OTHER: Trade = toTrade([0, 99, 1, 1, 0.02, 0, 0.02, "even", 0.05, 30, "实业"]);

/** The trade an industry code belongs to by its first two digits; codes of another scheme are all alike. */
export function tradeOf(industry: string): Trade {
  const division = Number(/^[A-Z]?(\d{2})/.exec(industry)?.[1] ?? Number.NaN);
  return TRADES.find(({ divisions: [first, last] }) => division >= first && division <= last) ?? OTHER;
}
