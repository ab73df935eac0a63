import { z } from "zod";
import type { FieldGroup } from "../../../models/rights/fields.ts";
import { ALERT } from "../alerts/alert-answer.ts";
import { said } from "../answers/shape.ts";
import { CODE, COUNT, DAY, MONTH, PERSONS, PERSONS_EXPECTED } from "../answers/units.ts";
import { LISTED_CASE } from "../cases/case-answer.ts";
import { PLAN } from "../layoff/plan-answer.ts";
import { PEERS, REASON, SUPPORT, VERSION, WHY_NONE } from "./parts-answer.ts";

const TEN_THOUSANDS = said(z.number(), "万元", "10 000 yuan").nullable();

/** The groups of fields, each of which takes a right; a reader is told those that are theirs. */
const GROUPS = {
  identity: z.strictObject({
    code: z.string(),
    ...{ name: z.string().nullable(), industry: CODE.nullable(), region: CODE.nullable() },
  }),
  employment: z.strictObject({ headcount: PERSONS.nullable(), previous: PERSONS.nullable() }),
  judgement: z.strictObject({
    risk: said(z.number(), "大规模减员风险，0—1", "risk of a large reduction, 0 to 1").nullable(),
    riskKind: said(
      z.enum(["shipped", "trained"]),
      "shipped：随程序提供的模型，风险为评分，不是概率，区间为外地所测；trained：按本地以往结果拟合，风险为校准概率；尚未运行为空",
      "shipped: the model that comes with the program, whose risk is a score and no probability, its interval measured elsewhere; trained: fitted on outcomes of this place, whose risk is a calibrated probability; null before the first run",
    ).nullable(),
    riskLow: said(z.number(), "风险80%区间下限，0—1", "lower limit of the risk's 80 % interval, 0 to 1").nullable(),
    riskHigh: said(z.number(), "风险80%区间上限，0—1", "upper limit of the risk's 80 % interval, 0 to 1").nullable(),
    level: said(z.int(), "等级序号，0 最重", "place among the levels, 0 the most severe").nullable(),
    rules: z.array(z.string()),
    breakMonth: said(
      MONTH,
      "最近一次水平变动所在月；未发现为空",
      "month of the latest level shift; null: none found",
    ).nullable(),
  }),
  specialist: z.strictObject({ name: z.string().nullable() }),
  finances: z.strictObject({ revenue: TEN_THOUSANDS, assets: TEN_THOUSANDS }),
  history: z.array(
    z.strictObject({
      ...{ month: MONTH, headcount: PERSONS.nullable() },
      ...{ expected: PERSONS_EXPECTED.nullable(), lower: PERSONS_EXPECTED.nullable() },
    }),
  ),
  versions: z.array(VERSION),
  events: z.array(z.strictObject({ kind: CODE, occurredOn: DAY, publishedOn: DAY, people: PERSONS.nullable() })),
  plans: z.array(PLAN),
  alerts: z.array(ALERT),
  why: z.array(REASON),
  peers: PEERS.nullable(),
  cases: z.array(LISTED_CASE),
  support: z.array(SUPPORT),
} satisfies Readonly<Record<FieldGroup, z.ZodType>>;

export const ENTERPRISE = z
  .strictObject(GROUPS)
  .partial()
  .extend({
    /** Newest month that was run; null before the first. */
    month: MONTH.nullable(),
    ...{ mayReport: z.boolean(), mayCorrect: z.boolean(), mayRate: z.boolean() },
    eventsSince: said(
      COUNT,
      "最近一次月度任务未计入的动态件数，下次计入",
      "events that the newest month run did not count in `why`; the next one will",
    ),
    whyNone: said(
      WHY_NONE.nullable(),
      "`why` 为空的原因；有构成或无权查看时为空",
      "why `why` is empty; null where it is not, or is not the reader's",
    ),
    /** Corrections that wait for acceptance, for those who may correct: the file, and what it says. */
    waiting: z.array(z.strictObject({ upload: z.int(), says: z.string() })),
  });
