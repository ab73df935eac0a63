import { text } from "../../../models/text.ts";
import type { LevelRule, Origin } from "../../../models/threshold.ts";
import { abnormalLeak, abnormalMonth } from "../detector.ts";
import { largeRules } from "../large-rules.ts";
import { silentRules } from "../silence.ts";
import { limit, origin } from "../threshold.ts";

/**
 * When an enterprise gets a level. A legal line alone is not an alert: over three months a tenth to a quarter of ordinary
 * enterprises cross it (methods.md). So a rule with a level asks for abnormality (z, leak) and size together, or for an
 * event, and the legal lines stand beside the score with level null.
 */
const ART_41 = origin(
  "statute",
  "《劳动合同法》第四十一条：裁减20人以上或10%以上（含本数，任一即可）；本项只看净减少，不等于裁员",
  "Labour Contract Law art. 41: 20 people or 10 %, inclusive, either; seen here on net loss, which is not layoffs",
);
/** A rule holds from its limit on, and Shandong says MORE than 30 %: the next number up. No share of whole people lies between. */
const ABOVE_30 = 0.3 + 2 ** -54;
const SHANDONG = origin(
  "practice",
  "山东2016规模性失业预警：单户一次性裁员超过50人或超过职工30%，或单户200人以上",
  "Shandong 2016: one enterprise more than 50 people or more than 30 % at once, or 200",
);
const WEIHAI = origin(
  "practice",
  "威海2009、欧盟第98/59/EC号指令等：跨月累计，防止化整为零（法律未规定期间）",
  "Weihai 2009, Directive 98/59/EC: add up over months against slicing (the law names no window)",
);
const OURS = origin(
  "convention",
  "异常程度与规模同时达到才预警；默认值，须在本地历史上校准",
  "abnormality and size together; a default to be calibrated on the place's own history",
);
const HIDDEN = origin(
  "convention",
  "正常月份隐性失业率约1%—2%（攀枝花）；20%、1/3为默认值，后者参照德国短时工作制",
  "1–2 % in ordinary months (Panzhihua); 20 % and a third are defaults, the latter after German short-time work",
);
const SINCE_2016 = "2016-04";

const people = (value: number, from: Origin = OURS) => limit(value, "persons", from);
const share = (value: number, from: Origin = OURS) => limit(value, "share", from);

const abnormal: readonly LevelRule[] = [
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
    when: {
      ...abnormalLeak,
      fall3People: people(10, WEIHAI),
      fall3Share: share(0.1, WEIHAI),
    },
    origin: WEIHAI,
  },
  {
    id: "blue-leak",
    level: "blue",
    name: text("小微企业持续减员（三个月5人以上且20%以上）", "Slow leak (5 people and 20 % over three months)"),
    when: { ...abnormalLeak, fall3People: people(5, WEIHAI), fall3Share: share(0.2, WEIHAI) },
    origin: WEIHAI,
  },
  {
    id: "blue-small",
    level: "blue",
    name: text("小微企业异常减员5人以上且20%以上", "Abnormal fall of 5 people and 20 %"),
    when: { ...abnormalMonth, fallPeople: people(5), fallShare: share(0.2) },
    origin: OURS,
  },
];

const hidden: readonly LevelRule[] = [
  {
    id: "orange-hidden",
    level: "orange",
    name: text("三分之一以上职工在岗无工作", "A third of the staff without work"),
    when: { hiddenShare: share(1 / 3, HIDDEN), headcount: people(50, HIDDEN) },
    origin: HIDDEN,
  },
  {
    id: "yellow-hidden",
    level: "yellow",
    name: text("五分之一以上职工在岗无工作", "A fifth of the staff without work"),
    when: { hiddenShare: share(0.2, HIDDEN), headcount: people(20, HIDDEN) },
    origin: HIDDEN,
  },
];

const labels: readonly LevelRule[] = [
  {
    id: "label-art41-people",
    level: null,
    name: text("净减少达法定20人", "Net loss reaches the legal 20 people"),
    when: { fallPeople: people(20, ART_41) },
    origin: ART_41,
  },
  {
    id: "label-art41-share",
    level: null,
    name: text("净减少达法定10%", "Net loss reaches the legal 10 %"),
    when: { fallShare: share(0.1, ART_41) },
    origin: ART_41,
  },
  {
    id: "label-quarter-people",
    level: null,
    name: text("三个月净减少累计达20人（非法定口径）", "Net loss over three months reaches 20 people (not statutory)"),
    when: { fall3People: people(20, WEIHAI) },
    origin: WEIHAI,
  },
  {
    id: "label-quarter-share",
    level: null,
    name: text("三个月净减少累计达10%（非法定口径）", "Net loss over three months reaches 10 % (not statutory)"),
    when: { fall3Share: share(0.1, WEIHAI) },
    origin: WEIHAI,
  },
  {
    id: "label-year-people",
    level: null,
    name: text("一年净减少累计达20人（非法定口径）", "Net loss over a year reaches 20 people (not statutory)"),
    when: { fall12People: people(20, WEIHAI) },
    origin: WEIHAI,
  },
  {
    id: "label-year-share",
    level: null,
    name: text("一年净减少累计达10%（非法定口径）", "Net loss over a year reaches 10 % (not statutory)"),
    when: { fall12Share: share(0.1, WEIHAI) },
    origin: WEIHAI,
  },
  {
    id: "label-shandong-people",
    level: null,
    name: text("净减少超过50人（山东口径）", "Net loss above 50 people (Shandong)"),
    when: { fallPeople: limit(51, "persons", SHANDONG, SINCE_2016) },
    origin: SHANDONG,
  },
  {
    id: "label-shandong-share",
    level: null,
    name: text("净减少超过30%（山东口径）", "Net loss above 30 % (Shandong)"),
    when: { fallShare: limit(ABOVE_30, "share", SHANDONG, SINCE_2016) },
    origin: SHANDONG,
  },
  {
    id: "label-shandong-200",
    level: null,
    name: text("净减少达200人（山东口径）", "Net loss reaches 200 people (Shandong)"),
    when: { fallPeople: limit(200, "persons", SHANDONG, SINCE_2016) },
    origin: SHANDONG,
  },
];

/** Rules on headcounts; those on events stand in event-rules.ts. */
export const headcountRules: readonly LevelRule[] = [...abnormal, ...hidden, ...silentRules, ...labels];
