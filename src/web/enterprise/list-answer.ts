import { z } from "zod";
import { said, shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, CURSOR, MONTH, PERSONS } from "../answers/units.ts";

/** An enterprise as the list tells it to one reader. */
const LISTED = shape("ListedEnterprise", {
  code: z.string(),
  ...{ name: z.string().nullable(), industry: CODE.nullable(), region: CODE.nullable() },
  headcount: said(PERSONS.nullable(), "最近一次上报的人数", "persons of the newest report"),
  month: said(MONTH.nullable(), "该人数所属月份", "the month of that report"),
  level: said(CODE.nullable(), "未办结预警的等级", "of its open alert"),
});

export const LIST_ANSWER = z.strictObject({
  total: said(COUNT, "符合条件的企业户数，含各页", "enterprises found, on all pages"),
  enterprises: z.array(LISTED),
  next: CURSOR,
});

export type ListView = Told<z.infer<typeof LIST_ANSWER>>;
