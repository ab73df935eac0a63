import { formatMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import type {
  EventRecord,
  HeadcountRecord,
  IndustryRecord,
  RegisterRecord,
  SuccessorKind,
} from "../../models/record.ts";
import { SIMULATED_HEADER } from "../../models/simulated.ts";
import { line, namesOf, YES } from "./csv-line.ts";
import type { PlantedLayoff } from "./enterprise.ts";

export type TableName =
  | "register"
  | "headcount"
  | "industry"
  | "events"
  | "facts"
  | "applications"
  | "truth"
  | "truth-claims";

/** The headers that the profiles' mappings know, and behind them the one that says who wrote the table. */
export const HEADERS: Readonly<Record<TableName, string>> = {
  register: `统一社会信用代码,企业名称,行业代码,乡镇街道,登记注册类型,营业收入(万元),资产总额(万元),重点企业,就业服务专员,承继企业代码,承继方式,开业日期,注销日期,报送日期,${SIMULATED_HEADER}`,
  headcount: `统一社会信用代码,月份,用工人数,劳务派遣人数,隐性失业人数,新招人数,减少人数,减少类型,主要原因,次要原因,第三原因,下月预计人数,报送日期,${SIMULATED_HEADER}`,
  industry: `行业代码,乡镇街道,月份,用工人数,报送日期,${SIMULATED_HEADER}`,
  events: `统一社会信用代码,动态类型,发生日期,涉及人数,说明,报送日期,${SIMULATED_HEADER}`,
  facts: `统一社会信用代码,事项,所属期间,数值,报送日期,${SIMULATED_HEADER}`,
  applications: `统一社会信用代码,政策,申请日期,申领人数,申领金额(元),办结日期,核发金额(元),办理结果,报送日期,${SIMULATED_HEADER}`,
  truth: "统一社会信用代码,月份,人数,类型,首个动态日期",
  "truth-claims": "统一社会信用代码,政策,申请日期,虚报人数,实有人数",
};

const SUCCESSIONS: Readonly<Record<SuccessorKind, string>> = {
  merger: "合并",
  transfer: "转移",
  "code-change": "代码变更",
};

/** Turns records into lines of csv, in the profile's words. */
export interface Lines {
  register(record: RegisterRecord): string;
  headcount(record: HeadcountRecord): string;
  industry(record: IndustryRecord): string;
  event(record: EventRecord): string;
  layoff(layoff: PlantedLayoff): string;
}

export function linesFor(profile: Profile): Lines {
  const towns = namesOf(profile.regions);
  const ownerships = namesOf(profile.ownerships);
  const kinds = namesOf(profile.eventKinds);
  const types = new Map(profile.reductionTypes.map((term) => [term.id, term.name.zh]));
  const reasons = new Map(profile.reductionReasons.map((term) => [term.id, term.name.zh]));
  const named = (names: ReadonlyMap<string, string>, code: string | null) => (code === null ? null : names.get(code));
  return {
    register: (r) =>
      line([
        r.code,
        r.name,
        r.industry,
        named(towns, r.region),
        named(ownerships, r.ownership),
        r.revenue,
        r.assets,
        r.keyEnterprise ? "是" : "否",
        r.specialist,
        r.successor,
        r.successorKind && SUCCESSIONS[r.successorKind],
        r.validFrom,
        r.validTo,
        r.publishedOn,
        YES,
      ]),
    headcount: (r) =>
      line([
        r.code,
        formatMonth(r.month),
        r.headcount,
        r.dispatch,
        r.hidden,
        r.hired,
        r.departed,
        r.reductionType === null ? null : types.get(r.reductionType),
        ...[0, 1, 2].map((i) => (r.reasons[i] === undefined ? null : reasons.get(r.reasons[i]))),
        r.nextMonth,
        r.publishedOn,
        YES,
      ]),
    industry: (r) => line([r.industry, named(towns, r.region), formatMonth(r.month), r.headcount, r.publishedOn, YES]),
    event: (r) => line([r.code, named(kinds, r.kind), r.occurredOn, r.people, r.note, r.publishedOn, YES]),
    layoff: (r) => line([r.code, formatMonth(r.month), r.people, r.kind, r.firstEvent]),
  };
}
