import type { Level, Profile } from "../profile.ts";
import type { Language, Text } from "../text.ts";
import type { Notice, NoticeAbout, NoticeKind } from "./notice.ts";

/** What goes to one recipient: a title, and a paragraph an alert. Every channel makes its own form of it. */
export interface NoticeMessage {
  readonly title: string;
  readonly lines: readonly string[];
  readonly urgent: boolean;
}

export interface MessageSetting {
  readonly profile: Profile;
  readonly language: Language;
  /** Whether the data are simulated: said in front of everything. */
  readonly simulated: boolean;
  /** The newest month that was due when the message is made: what speaks of an earlier one is late, and says so. */
  readonly newestMonth: string;
  /** Most paragraphs of one message. */
  readonly most: number;
}

const KIND_WORDS: Readonly<Record<NoticeKind, Text>> = {
  opened: { zh: "新增", en: "new" },
  raised: { zh: "升级", en: "raised" },
  downgraded: { zh: "降级", en: "downgraded" },
  closed: { zh: "解除", en: "over" },
  withdrawn: { zh: "撤回（数据修订）", en: "withdrawn (revised data)" },
  escalated: { zh: "逾期未签收", en: "not acknowledged in time" },
  reminder: { zh: "即将到期", en: "due soon" },
  overdue: { zh: "已逾期", en: "overdue" },
  "off-band": { zh: "检验结果超出允许范围", en: "outside its band" },
};

/** A message and the notices it carries. */
export interface Composed {
  readonly message: NoticeMessage;
  readonly notices: readonly number[];
}

/** In place of a level where a message speaks of none. */
const WITHOUT_LEVEL: Readonly<Record<NoticeAbout["subjectKind"], Text>> = {
  enterprise: { zh: "预警", en: "alerts" },
  place: { zh: "预警", en: "alerts" },
  case: { zh: "处置提醒", en: "cases" },
  scorecard: { zh: "预警检验", en: "scorecard" },
};
const NUMBER_WORDS: Readonly<Record<NoticeAbout["subjectKind"], Text>> = {
  enterprise: { zh: "预警编号", en: "No." },
  place: { zh: "预警编号", en: "No." },
  case: { zh: "案件编号", en: "Case" },
  scorecard: { zh: "检验编号", en: "Scorecard" },
};

/** Notices of one desk as messages, the most severe first, as many to a message as it takes. */
export function messagesOf(notices: readonly Notice[], setting: MessageSetting): readonly Composed[] {
  const sorted = notices.toSorted((a, b) => rank(a.about, setting) - rank(b.about, setting) || a.id - b.id);
  const parts: Notice[][] = [];
  for (let i = 0; i < sorted.length; i += setting.most) parts.push(sorted.slice(i, i + setting.most));
  return parts.map((part, i) => ({
    message: {
      title: titleOf(sorted, setting, parts.length > 1 ? ` (${i + 1}/${parts.length})` : ""),
      lines: part.map((notice) => lineOf(notice, setting)),
      urgent: part.some(({ atOnce }) => atOnce),
    },
    notices: part.map(({ id }) => id),
  }));
}

const levelOf = ({ level, levelBefore }: NoticeAbout, { profile }: MessageSetting): Level | undefined =>
  profile.levels.find(({ code }) => code === (level ?? levelBefore));

const rank = (about: NoticeAbout, setting: MessageSetting): number => {
  const place = setting.profile.levels.findIndex(({ code }) => code === about.level);
  return place < 0 ? setting.profile.levels.length : place;
};

function titleOf(notices: readonly Notice[], setting: MessageSetting, part: string): string {
  const { language, profile, simulated } = setting;
  const worst = notices[0]!.about;
  const level = levelOf(worst, setting);
  const mark = simulated ? (language === "zh" ? "【模拟数据】" : "[simulated] ") : "";
  const shape = level ? `${level.name[language]}${level.shape}` : WITHOUT_LEVEL[worst.subjectKind][language];
  const place = profile.title[language];
  return language === "zh"
    ? `${mark}【${shape}】${place}稳岗预警 ${notices.length}项${part}`
    : `${mark}[${shape}] ${place}: ${notices.length} ${notices.length === 1 ? "item" : "items"}${part}`;
}

/** One alert: level, who, what changed, why, and the number to answer with. */
function lineOf({ kind, about }: Notice, setting: MessageSetting): string {
  const { language, newestMonth } = setting;
  const level = levelOf(about, setting);
  const late =
    about.subjectKind !== "case" && about.month < newestMonth ? (language === "zh" ? "补报·" : "late, ") : "";
  const repeat = about.repeat && kind === "opened" ? (language === "zh" ? "·再次" : ", repeated") : "";
  const what = `${late}${KIND_WORDS[kind][language]}${repeat}`;
  const shape = level ? `${level.shape}${level.name[language]} ` : "";
  const number = `${NUMBER_WORDS[about.subjectKind][language]} ${about.number}`;
  return language === "zh"
    ? `${shape}${about.name}（${what}）：${about.headline.zh}。${number}`
    : `${shape}${about.name} (${what}): ${about.headline.en}. ${number}`;
}
