import type { Escalation, Route, Routing } from "../../../models/routing/route.ts";
import { text } from "../../../models/text.ts";
import { limit, origin } from "../threshold.ts";

/**
 * Who is told of what in Wushan. The order (items 二, 十六, 十九) names the parties: the regulator of the industry, the town or
 * street, the one specialist of a key enterprise, the leading group's office. What it leaves open is convention, to be
 * confirmed by the county.
 */
const ITEM_19 = origin(
  "document",
  "巫山府办发〔2023〕57号第十九项：联防联控，各行业主管部门监测，各乡镇街道负责",
  "Wushan order [2023] 57, item 19: joint prevention; each industry's regulator watches, towns and streets are responsible",
);
const ITEM_2 = origin(
  "document",
  "巫山府办发〔2023〕57号第二项：每个重点企业配备1名就业服务专员",
  "Wushan order [2023] 57, item 2: one employment specialist for each key enterprise",
);
const ITEM_16 = origin(
  "document",
  "巫山府办发〔2023〕57号第十六项：领导小组办公室统筹协调",
  "Wushan order [2023] 57, item 16: the leading group's office coordinates",
);
const OURS = origin("convention", "默认值，待县里确认", "a default, to be confirmed by the county");

const LABOUR_EVENTS = ["art41-notice", "wage-arrears", "contribution-arrears", "labour-dispute", "absconded"];

const routes: readonly Route[] = [
  {
    id: "enterprise",
    name: text("行业主管部门与属地", "Regulator and town"),
    when: { subject: "enterprise" },
    desks: [{ to: "regulators" }, { to: "region" }],
    origin: ITEM_19,
    routes: [
      {
        id: "state-owned",
        name: text("国有企业同报国资", "State-owned: the owner too"),
        when: { stateOwned: true },
        desks: [{ to: "owner" }],
        origin: ITEM_19,
      },
      {
        id: "park",
        name: text("园区企业同报园区", "In a park: its committee too"),
        when: {},
        desks: [{ to: "park", department: "park" }],
        origin: OURS,
      },
      {
        id: "specialist",
        name: text("有专员的企业报专员", "The enterprise's specialist"),
        when: {},
        desks: [{ to: "specialist" }],
        origin: ITEM_2,
      },
      {
        id: "severe",
        name: text("红色、橙色预警同报领导小组办公室", "Red and orange: the leading group's office too"),
        when: { levels: ["red", "orange"] },
        desks: [{ to: "department", department: "employment-office" }],
        origin: ITEM_16,
      },
      {
        id: "labour",
        name: text(
          "裁员方案、欠薪欠保、劳动争议同报劳动保障监察",
          "Layoff plans, arrears and disputes: labour inspection too",
        ),
        when: { events: LABOUR_EVENTS },
        desks: [{ to: "department", department: "labour-inspection" }],
        origin: OURS,
      },
    ],
  },
  {
    id: "place",
    name: text("全县预警报领导小组办公室和人力社保局", "Alerts of the whole county"),
    when: { subject: "place" },
    desks: [
      { to: "department", department: "employment-office" },
      { to: "department", department: "hrss" },
    ],
    origin: ITEM_16,
  },
];

const REPORTING_CLOCK = origin(
  "practice",
  "某市应急预案报告时限：Ⅰ、Ⅱ级2小时，Ⅲ级12小时；威海2小时",
  "reporting clock of a city's plan: levels Ⅰ and Ⅱ two hours, Ⅲ twelve; Weihai two",
);

const hours = (value: number) => limit(value, "hours", REPORTING_CLOCK);
const later = (value: number) => limit(value, "hours", OURS);

/** Not acknowledged in time: first the office that coordinates, then the head of the specialists' bureau. */
const escalations: readonly Escalation[] = [
  ...["red", "orange"].flatMap((level) => [
    { level, after: hours(2), department: "employment-office" },
    { level, after: later(24), department: "hrss" },
  ]),
  { level: "yellow", after: hours(12), department: "employment-office" },
];

export const routing: Routing = {
  routes,
  escalations,
  atOnce: ["red"],
  dailyAt: "09:00",
  fallback: "employment-office",
  analysts: "employment-office",
  firstVisit: limit(
    7,
    "days",
    origin(
      "practice",
      "台湾地区《大量解僱勞工保護法》第十一条：主管机关于7日内查访",
      "Taiwan's Act for Worker Protection of Mass Redundancy, art. 11: the authority visits within seven days",
    ),
  ),
};
