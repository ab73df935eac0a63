import type { Department, Named, Regulation } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";

/**
 * Departments named in the founding document (巫山府办发〔2023〕57号), and after them those that only the map of regulators
 * needs (domain.md 2.8: general knowledge of a Chongqing county, to be confirmed by the county).
 */
type Row = readonly [code: string, role: Department["role"], zh: string, en: string];

// biome-ignore format: a table reads better in columns
const NAMED_IN_DOCUMENT: readonly Row[] = [
  ["employment-office", "office",     "县就业工作领导小组办公室", "Office of the Leading Group for Employment"],
  ["hrss",        "specialists", "县人力社保局",     "Human Resources and Social Security Bureau"],
  ["ndrc",        "regulator",   "县发展改革委",     "Development and Reform Commission"],
  ["miit",        "regulator",   "县经济信息委",     "Economy and Information Commission"],
  ["commerce",    "regulator",   "县商务委",         "Commerce Commission"],
  ["finance",     "regulator",   "县金融事务中心",   "Financial Affairs Centre"],
  ["pboc",        "other",       "人民银行巫山支行", "People's Bank of China, Wushan Sub-branch"],
  ["science",     "regulator",   "县科技局",         "Science and Technology Bureau"],
  ["education",   "regulator",   "县教委",           "Education Commission"],
  ["treasury",    "other",       "县财政局",         "Finance Bureau"],
  ["urban",       "regulator",   "县城管局",         "Urban Management Bureau"],
  ["market",      "inspection",  "县市场监管局",     "Market Regulation Bureau"],
  ["youth",       "other",       "团县委",           "Communist Youth League Committee"],
  ["organisation", "other",      "县委组织部",       "Organisation Department"],
  ["establishment", "other",     "县委编办",         "Office of the Public Sector Reform Commission"],
  ["civil",       "regulator",   "县民政局",         "Civil Affairs Bureau"],
  ["health",      "regulator",   "县卫生健康委",     "Health Commission"],
  ["sasac",       "ownership",   "县国资管理中心",   "State-owned Assets Management Centre"],
  ["commerce-federation", "other", "县工商联",       "Federation of Industry and Commerce"],
  ["disabled",    "other",       "县残联",           "Disabled Persons' Federation"],
  ["revitalisation", "other",    "县乡村振兴局",     "Rural Revitalisation Bureau"],
  ["insurance",   "other",       "县医保局",         "Healthcare Security Bureau"],
  ["veterans",    "other",       "县退役军人事务局", "Veterans Affairs Bureau"],
];

// biome-ignore format: a table reads better in columns
const ADDED_FOR_THE_MAP: readonly Row[] = [
  ["agriculture", "regulator",  "县农业农村委",     "Agriculture and Rural Affairs Commission"],
  ["forestry",    "regulator",  "县林业局",         "Forestry Bureau"],
  ["land",        "regulator",  "县规划自然资源局", "Planning and Natural Resources Bureau"],
  ["emergency",   "inspection", "县应急局",         "Emergency Management Bureau"],
  ["housing",     "regulator",  "县住房城乡建委",   "Housing and Urban-Rural Construction Commission"],
  ["culture",     "regulator",  "县文化旅游委",     "Culture and Tourism Commission"],
  ["transport",   "regulator",  "县交通局",         "Transport Bureau"],
  ["water",       "regulator",  "县水利局",         "Water Resources Bureau"],
  ["environment", "regulator",  "县生态环境局",     "Ecology and Environment Bureau"],
  ["park",        "other",      "园区管委会",       "Industrial Park Committee"],
  ["labour-inspection", "inspection", "县劳动保障监察机构", "Labour Inspection"],
];

/** 县乡村振兴局 went into 县农业农村委 in Chongqing's reform of 2024; the month is not known to us. */
const UNTIL: Readonly<Record<string, string>> = { revitalisation: "2024-12-31" };

export const departments: readonly Department[] = [...NAMED_IN_DOCUMENT, ...ADDED_FOR_THE_MAP].map(
  ([code, role, zh, en]) => ({
    code,
    role,
    name: text(zh, en),
    ...(UNTIL[code] === undefined ? {} : { validTo: UNTIL[code] }),
  }),
);

/**
 * 行业主管部门 by GB/T 4754 code (domain.md 2.8, general knowledge). The longest code wins; of several with the same code the
 * first is the main owner. Code "" is for everybody else: 项十六 makes the leading group's office coordinate.
 */
const BY_INDUSTRY: readonly (readonly [industry: string, ...departments: string[]])[] = [
  ["", "employment-office"],
  ["A", "agriculture"],
  ["02", "forestry"],
  ["B", "miit", "land", "emergency"],
  ["C", "miit"],
  ["D", "miit"],
  ["44", "miit", "ndrc"],
  ["E", "housing"],
  ["F", "commerce"],
  ["G", "transport"],
  ["58", "transport", "commerce"],
  ["59", "transport", "commerce"],
  ["H", "commerce", "culture"],
  ["I", "miit"],
  ["J", "finance", "pboc"],
  ["K", "housing"],
  ["L", "hrss"],
  ["M", "science"],
  ["76", "water"],
  ["77", "environment"],
  ["78", "urban"],
  ["79", "land"],
  ["O", "commerce"],
  ["P", "education"],
  ["Q", "health"],
  ["85", "civil"],
  ["R", "culture"],
];

/** State-owned enterprises have a second owner, by ownership and not by industry. */
export const STATE_OWNED = ["110", "141", "151", "state-held"];

export const regulations: readonly Regulation[] = [
  ...BY_INDUSTRY.flatMap(([industry, ...codes]) => codes.map((department) => ({ department, industry }))),
  ...STATE_OWNED.map((ownership) => ({ department: "sasac", ownership })),
];

/**
 * 登记注册类型, codes of 国统字〔2011〕86号 (general knowledge, not read), the everyday ones, plus 国有控股, which registers write
 * although it is not a type of registration.
 */
// biome-ignore format: a table reads better in columns
const OWNERSHIPS: readonly (readonly [code: string, zh: string, en: string])[] = [
  ["110", "国有企业",           "State-owned enterprise"],
  ["120", "集体企业",           "Collective enterprise"],
  ["130", "股份合作企业",       "Joint-stock cooperative enterprise"],
  ["141", "国有联营企业",       "State joint-operation enterprise"],
  ["151", "国有独资公司",       "Wholly state-owned company"],
  ["159", "其他有限责任公司",   "Other limited liability company"],
  ["160", "股份有限公司",       "Company limited by shares"],
  ["171", "私营独资企业",       "Private sole proprietorship"],
  ["172", "私营合伙企业",       "Private partnership"],
  ["173", "私营有限责任公司",   "Private limited liability company"],
  ["174", "私营股份有限公司",   "Private company limited by shares"],
  ["190", "其他企业",           "Other domestic enterprise"],
  ["200", "港、澳、台商投资企业", "Enterprise with funds from Hong Kong, Macao or Taiwan"],
  ["300", "外商投资企业",       "Foreign-funded enterprise"],
  ["state-held", "国有控股企业", "State-controlled enterprise"],
];

export const ownerships: readonly Named[] = OWNERSHIPS.map(([code, zh, en]) => ({ code, name: text(zh, en) }));
