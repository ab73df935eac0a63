import { z } from "zod";
import { said, shape, type Told } from "../answers/shape.ts";
import { CODE, TEXT } from "../answers/units.ts";

const ROUTE = shape("Route", {
  id: z.string(),
  parent: said(z.string().nullable(), "上级规则；空：最上层", "the route above it; null: none"),
  name: TEXT,
  when: said(TEXT, "什么样的预警", "of which alerts"),
  to: said(z.array(TEXT), "通知哪些单位", "desks that are told"),
  because: said(TEXT, "依据", "where it comes from"),
});

const ESCALATION = shape("Escalation", {
  level: CODE,
  after: said(z.number(), "小时", "hours"),
  department: CODE,
  because: said(TEXT, "依据", "where it comes from"),
});

/** Who is told of what, and when, as the place's profile says. */
export const ROUTING = z.strictObject({
  routes: z.array(ROUTE),
  escalations: z.array(ESCALATION),
  atOnce: said(z.array(CODE), "立即通知的等级", "levels that are told at once"),
  dailyAt: said(z.string(), "每日汇总时间", "time of the daily message"),
  fallback: said(CODE, "无单位可派时的部门", "department that is told what no other desk can be told"),
});

export type RoutingView = Told<z.infer<typeof ROUTING>>;
