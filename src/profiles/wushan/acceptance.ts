import type { Acceptance } from "../../../models/acceptance.ts";
import { text } from "../../../models/text.ts";

/**
 * The monitoring of job losses (失业动态监测) has two reviews, 待市级审核 and 待省级审核, and counts only what passed both; the
 * reviewer's correction is a version of its own. In a county the lower desk is the township or the industry's department.
 */
export const acceptance: Acceptance = {
  stages: ["desk", "county"],
  origin: {
    kind: "practice",
    note: text(
      "失业动态监测实行两级审核，审核通过的数据才进入统计；县内对应乡镇或主管部门初审、县级复核",
      "the monitoring of job losses is reviewed twice, and only what passed counts; within a county that is the township or department, then the county",
    ),
  },
};
