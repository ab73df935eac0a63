import { dayAfter } from "../instant.ts";
import { type Text, text } from "../text.ts";

/**
 * 劳动合同法第四十一条: cutting 20 people or more, or fewer but 10 % or more of the staff, is an economic layoff. 以上 includes the
 * number. The staff is the legal entity's, not a branch's; dispatch workers belong to their agency. Quits, contracts that end and
 * retirement are not counted.
 */
export const ART41 = { people: 20, share: { of: 1, in: 10 }, noticeDays: 30, rehireMonths: 6 } as const;

export interface Planned {
  /** People to be dismissed. */
  readonly people: number;
  /** Staff of the legal entity before. */
  readonly staff: number;
}

export interface Triggered {
  readonly kind: "triggered" | "not-triggered";
  /** Which lines are reached. */
  readonly by: readonly ("people" | "share")[];
  /** The comparison in numbers. */
  readonly arithmetic: Text;
}

/** Whether a cut falls under art. 41; more than the staff cannot be cut. In whole numbers, so that 10 % is exactly 10 %. */
export function art41({ people, staff }: Planned): Triggered {
  if (!(staff > 0) || people < 0 || people > staff)
    throw new RangeError(`a cut must be 0 to the whole staff of at least 1, got ${people} of ${staff}`);
  const by: ("people" | "share")[] = [];
  if (people >= ART41.people) by.push("people");
  if (people > 0 && people * ART41.share.in >= staff * ART41.share.of) by.push("share");
  return { kind: by.length > 0 ? "triggered" : "not-triggered", by, arithmetic: arithmeticOf({ people, staff }) };
}

function arithmeticOf({ people, staff }: Planned): Text {
  const share = `${people} ÷ ${staff} = ${((people / staff) * 100).toFixed(2)}%`;
  const [a, b] = [people >= ART41.people, people * ART41.share.in >= staff * ART41.share.of];
  return text(
    `${people}人${a ? "≥" : "<"}${ART41.people}人；${share}${b ? "≥" : "<"}10%`,
    `${people} people ${a ? "≥" : "<"} ${ART41.people}; ${share} ${b ? "≥" : "<"} 10 %`,
  );
}

/** Fewest people that fall under art. 41 at a staff: what a plan has to stay below to be none. */
export const art41Line = (staff: number): number =>
  Math.min(ART41.people, Math.ceil((staff * ART41.share.of) / ART41.share.in));

/** Something the law asks for before or after, and by when. */
export interface Obligation {
  readonly id: "explain" | "hear" | "report" | "check-protected" | "keep-first" | "certificates" | "rehire-first";
  readonly name: Text;
  /** Last day; null: before the first dismissal, without a number of days. */
  readonly due: string | null;
  readonly origin: Text;
}

const LAW = text("《劳动合同法》第四十一条", "Labour Contract Law art. 41");

/**
 * What has to be done for dismissals from a day on. The 30 days lie between the explanation and the first dismissal: for 31
 * March the explanation is due on 1 March at the latest.
 */
export function art41Obligations(firstDismissal: string): readonly Obligation[] {
  const before = dayAfter(firstDismissal, -ART41.noticeDays);
  return [
    {
      ...{ id: "explain", due: before, origin: LAW },
      name: text("提前30日向工会或全体职工说明情况", "explain to the union or the whole staff 30 days before"),
    },
    { ...{ id: "hear", due: null, origin: LAW }, name: text("听取工会或职工意见", "hear the union or the staff") },
    {
      ...{ id: "report", due: null, origin: LAW },
      name: text(
        "裁减人员方案经向劳动行政部门报告（备案，非审批）",
        "report the plan to the labour authority (a filing, not an approval)",
      ),
    },
    {
      ...{ id: "check-protected", due: null, origin: text("《劳动合同法》第四十二条", "Labour Contract Law art. 42") },
      name: text("核对不得裁减人员", "check who must not be dismissed"),
    },
    { ...{ id: "keep-first", due: null, origin: LAW }, name: text("优先留用人员", "keep first those the law names") },
    {
      ...{
        id: "certificates",
        due: firstDismissal,
        origin: text("《劳动合同法》第四十六、四十七、五十条", "Labour Contract Law art. 46, 47, 50"),
      },
      name: text("支付经济补偿、出具证明", "pay compensation, give certificates"),
    },
    {
      ...{ id: "rehire-first", due: monthsAfter(firstDismissal, ART41.rehireMonths), origin: LAW },
      name: text("六个月内重新招用的，优先招用被裁减人员", "who hires again within six months hires them first"),
    },
  ];
}

/** The same day some months later; the month's last day where it has no such day. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The four grounds on which staff may be cut. */
export const GROUNDS: Readonly<Record<string, Text>> = {
  reorganisation: text("依照企业破产法规定进行重整", "reorganisation under the bankruptcy law"),
  difficulties: text("生产经营发生严重困难", "serious difficulties of production or business"),
  change: text(
    "转产、重大技术革新或者经营方式调整，经变更劳动合同后仍需裁减",
    "change of product, technology or way of business, after contracts were changed",
  ),
  circumstances: text(
    "劳动合同订立时所依据的客观经济情况发生重大变化",
    "a major change of the circumstances contracts rested on",
  ),
};

/** Groups of whom a plan states how many it holds; never who. */
export interface StaffGroup {
  readonly code: string;
  /** protected: must not be dismissed (art. 42). first: kept before others (art. 41). */
  readonly kind: "protected" | "first";
  readonly name: Text;
}

export const GROUPS: readonly StaffGroup[] = [
  group(
    "hazard",
    "protected",
    "接触职业病危害作业未做离岗前健康检查，或疑似职业病诊断、观察期间",
    "exposed to occupational hazards and not yet examined, or under observation",
  ),
  group(
    "injury",
    "protected",
    "患职业病或工伤并丧失、部分丧失劳动能力",
    "occupational disease or injury with loss of working capacity",
  ),
  group(
    "illness",
    "protected",
    "患病或非因工负伤在规定医疗期内",
    "ill or injured within the period of medical treatment",
  ),
  group("maternity", "protected", "女职工在孕期、产期、哺乳期", "women in pregnancy, confinement or nursing"),
  group(
    "near-pension",
    "protected",
    "连续工作满十五年且距法定退休年龄不足五年",
    "fifteen years of service and less than five to pension age",
  ),
  group("other-protected", "protected", "法律、行政法规规定的其他情形", "others protected by law"),
  group("long-term", "first", "较长期限的固定期限劳动合同", "longer fixed-term contracts"),
  group("open-ended", "first", "无固定期限劳动合同", "open-ended contracts"),
  group(
    "sole-earner",
    "first",
    "家庭无其他就业人员，有需要扶养的老人或未成年人",
    "sole earners with old people or minors to support",
  ),
];

function group(code: string, kind: StaffGroup["kind"], zh: string, en: string): StaffGroup {
  return { code, kind, name: text(zh, en) };
}
