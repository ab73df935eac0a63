import { text } from "../../../models/text.ts";
import type { LevelRule, Threshold, ThresholdSet } from "../../../models/threshold.ts";
import { budget } from "../budget.ts";
import { abnormalLeak, abnormalMonth, detector } from "../detector.ts";
import { foretoldRules } from "../foretold-rules.ts";
import { largeRules } from "../large-rules.ts";
import { silentRules, silentUntil } from "../silence.ts";
import { chosen, limit, origin, SINCE } from "../threshold.ts";

const OURS = origin("convention", "异常程度与规模同时达到才预警；默认值", "abnormality and size together; a default");
const DIRECTIVE = origin(
  "statute",
  "欧盟第98/59/EC号指令：90日内20人以上（与单位规模无关）；本项只看净减少，不等于裁员",
  "Directive 98/59/EC: 20 people in 90 days whatever the size; seen here on net loss, which is not redundancies",
);
const NOTICE = origin(
  "statute",
  "欧盟第98/59/EC号指令：集体裁员须通知主管机关",
  "Directive 98/59/EC: collective redundancies are notified to the authority",
);

const YEAR = origin(
  "practice",
  "非法定口径：欧盟指令只累计90日；一年为威海2009年做法",
  "not statutory: the directive adds up 90 days only; a year is Weihai's practice of 2009",
);

const people = (value: number) => limit(value, "persons", OURS);
const share = (value: number) => limit(value, "share", OURS);

const rules: readonly LevelRule[] = [
  {
    id: "red-deep",
    level: "red",
    name: text("异常大幅减员（50人以上且30%以上）", "Abnormal deep fall (50 people and 30 %)"),
    when: { ...abnormalMonth, fallPeople: people(50), fallShare: share(0.3) },
    origin: OURS,
  },
  ...largeRules,
  {
    id: "orange-line",
    level: "orange",
    name: text("异常减员20人以上且10%以上", "Abnormal fall of 20 people and 10 %"),
    when: { ...abnormalMonth, fallPeople: people(20), fallShare: share(0.1) },
    origin: OURS,
  },
  {
    id: "yellow-line",
    level: "yellow",
    name: text("异常减员10人以上且10%以上", "Abnormal fall of 10 people and 10 %"),
    when: { ...abnormalMonth, fallPeople: people(10), fallShare: share(0.1) },
    origin: OURS,
  },
  {
    id: "yellow-leak",
    level: "yellow",
    name: text("持续小幅减员累计（三个月10人以上且10%以上）", "Slow leak (10 people and 10 % over three months)"),
    when: { ...abnormalLeak, fall3People: people(10), fall3Share: share(0.1) },
    origin: OURS,
  },
  {
    id: "blue-small",
    level: "blue",
    name: text("小微企业异常减员5人以上且20%以上", "Abnormal fall of 5 people and 20 %"),
    when: { ...abnormalMonth, fallPeople: people(5), fallShare: share(0.2) },
    origin: OURS,
  },
  {
    id: "orange-notice",
    level: "orange",
    name: text("集体裁员通知", "Notice of collective redundancy"),
    when: { event: "redundancy-notice", eventMonths: limit(3, "months", NOTICE) },
    origin: NOTICE,
  },
  ...foretoldRules,
  ...silentRules,
  {
    id: "label-directive",
    level: null,
    name: text("三个月净减少达20人", "Net loss of 20 people over three months"),
    when: { fall3People: limit(20, "persons", DIRECTIVE) },
    origin: DIRECTIVE,
  },
  {
    id: "label-year",
    level: null,
    name: text("一年净减少累计达20人（非法定口径）", "Net loss of 20 people over a year (not statutory)"),
    when: { fall12People: limit(20, "persons", YEAR) },
    origin: YEAR,
  },
];

export const redundancyNotice = NOTICE;

/** SODRA's panel holds no notices, so the place itself cannot tell; training believes it as far as its own outcomes bear it out. */
export const noticeChance: Threshold = chosen(
  0.6,
  "share",
  text(
    "默认值，同我国裁员方案报告：拟议裁员未必全部实施（英国HR1表亦如此说明）；该市数据不含此类通知，无从实测",
    "a default, that of China's reported layoff plans: a proposal need not end in dismissals (so say Britain's HR1 figures too); this city's data hold no notices to measure it on",
  ),
);

export const thresholds: ThresholdSet = {
  name: "kaunas-default",
  validFrom: SINCE,
  detector,
  rules,
  collective: [],
  decision: {
    budget,
    silentUntil,
    downgradeAfter: chosen(2, "months", text("默认值", "a default")),
    closeAfter: chosen(3, "months", text("默认值", "a default")),
  },
};

export const dominantEnterprises: Threshold = chosen(4, "enterprises", text("默认值", "a default"));

export const closeDay: Threshold = chosen(
  20,
  "day of the next month",
  text(
    "雇主次月15日前申报，20日为默认值（未核实）",
    "employers declare by the 15th of the next month (not verified); a default",
  ),
);
