import { z } from "zod";
import { said, shape } from "../answers/shape.ts";
import { CODE, COUNT, PERSONS, SHARE } from "../answers/units.ts";

export const DIMENSION = z.enum(["place", "sector", "section", "division", "region", "sizeBand", "size", "department"]);

const DISPATCH = said(PERSONS, "劳务派遣人数", "dispatched workers, persons").nullable();

/** A group's month against a baseline. Null is not computable, or not said by anybody. */
export const FIGURE = shape("Figure", {
  dimension: DIMENSION,
  code: CODE,
  /** The section of a division; otherwise null. */
  parent: CODE.nullable(),
  baseline: z.enum(["previous", "year-start", "first-filing", "year-ago", "quarter-start", "joined-year-ago"]),
  ...{
    reporting: said(COUNT, "本月报送的企业", "enterprises with a report this month"),
    matched: said(COUNT, "共同样本企业", "enterprises with a report in both months"),
    entered: said(COUNT, "基期后新增的企业", "enterprises that are new since the baseline"),
    left: said(COUNT, "基期后关闭的企业", "enterprises that closed since the baseline"),
    silent: said(COUNT, "未报送且未知关闭的企业", "enterprises without a report, not known to have closed"),
  },
  /** Over all that reported, matched or not. */
  headcount: PERSONS,
  ...{ enteredPeople: PERSONS, leftPeople: PERSONS, silentPeople: PERSONS },
  ...{
    base: said(PERSONS, "共同样本基期人数 ΣB", "persons of the matched sample at the baseline, ΣB"),
    current: said(PERSONS, "共同样本本月人数 ΣE", "the same this month, ΣE"),
    change: said(PERSONS, "净增减 ΣE−ΣB，人", "net change ΣE − ΣB, persons"),
    grossLoss: said(PERSONS, "减员企业减少人数合计", "persons lost by those that fell, never netted"),
    grossGain: said(PERSONS, "增员企业增加人数合计", "persons gained by those that grew"),
  },
  /** change ÷ base. */
  rate: SHARE.nullable(),
  /** grossGain and grossLoss over the average of ΣB and ΣE. */
  ...{ creation: SHARE.nullable(), destruction: SHARE.nullable() },
  /** Matched enterprises with fewer, more, as many people. */
  ...{ down: COUNT, up: COUNT, flat: COUNT },
  /** 劳务派遣, of dispatchReports enterprises; the change of the dispatchPairs that said it in both months. */
  ...{ dispatch: DISPATCH, dispatchChange: DISPATCH, dispatchReports: COUNT, dispatchPairs: COUNT },
  /** 隐性失业, of hiddenReports enterprises with hiddenHeadcount persons. */
  ...{
    hidden: said(PERSONS, "隐性失业人数", "hidden unemployment, persons").nullable(),
    hiddenRate: SHARE.nullable(),
    hiddenReports: COUNT,
    hiddenHeadcount: PERSONS,
  },
});
