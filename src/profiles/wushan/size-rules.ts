import type { SizeLimits, SizeRule } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";

/**
 * 统计上大中小微型企业划分办法（2017）, 国统字〔2017〕213号: lower limits, inclusive. X staff, Y revenue and Z assets in 万元.
 * Which GB/T 4754 codes a line covers is general knowledge (domain.md 2.5): rail (53) is not 交通运输业; finance, education and
 * health have no line. M, N, O, R, 85 and the rest of K are "其他未列明行业".
 */
type Pair = readonly [SizeLimits, SizeLimits, SizeLimits];

const x = (staff: number): SizeLimits => ({ staff });
const y = (revenue: number): SizeLimits => ({ revenue });
const xy = (staff: number, revenue: number): SizeLimits => ({ staff, revenue });
const xz = (staff: number, assets: number): SizeLimits => ({ staff, assets });
const yz = (revenue: number, assets: number): SizeLimits => ({ revenue, assets });

// biome-ignore format: a table reads better in columns
const ROWS: readonly (readonly [zh: string, en: string, industries: readonly string[], ...limits: Pair])[] = [
  ["农、林、牧、渔业", "Agriculture, forestry, husbandry and fishery", ["A"], y(20000), y(500), y(50)],
  ["工业", "Industry", ["B", "C", "D"], xy(1000, 40000), xy(300, 2000), xy(20, 300)],
  ["建筑业", "Construction", ["E"], yz(80000, 80000), yz(6000, 5000), yz(300, 300)],
  ["批发业", "Wholesale", ["51"], xy(200, 40000), xy(20, 5000), xy(5, 1000)],
  ["零售业", "Retail", ["52"], xy(300, 20000), xy(50, 500), xy(10, 100)],
  ["交通运输业", "Transport", ["54", "55", "56", "57", "58", "591"], xy(1000, 30000), xy(300, 3000), xy(20, 200)],
  ["仓储业", "Storage", ["592", "593", "594", "595", "596", "599"], xy(200, 30000), xy(100, 1000), xy(20, 100)],
  ["邮政业", "Post", ["60"], xy(1000, 30000), xy(300, 2000), xy(20, 100)],
  ["住宿业", "Accommodation", ["61"], xy(300, 10000), xy(100, 2000), xy(10, 100)],
  ["餐饮业", "Catering", ["62"], xy(300, 10000), xy(100, 2000), xy(10, 100)],
  ["信息传输业", "Information transmission", ["63", "64"], xy(2000, 100000), xy(100, 1000), xy(10, 100)],
  ["软件和信息技术服务业", "Software and IT services", ["65"], xy(300, 10000), xy(100, 1000), xy(10, 50)],
  ["房地产开发经营", "Property development", ["701"], yz(200000, 10000), yz(1000, 5000), yz(100, 2000)],
  ["物业管理", "Property management", ["702"], xy(1000, 5000), xy(300, 1000), xy(100, 500)],
  ["租赁和商务服务业", "Leasing and business services", ["L"], xz(300, 120000), xz(100, 8000), xz(10, 100)],
  ["其他未列明行业", "Other industries", ["703", "704", "709", "M", "N", "O", "85", "R"], x(300), x(100), x(10)],
];

export const sizeRules: readonly SizeRule[] = ROWS.map(([zh, en, industries, large, medium, small]) => ({
  name: text(zh, en),
  industries,
  large,
  medium,
  small,
}));
