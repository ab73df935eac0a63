import { formatMonth } from "../../../models/month.ts";
import type { HeadcountVersion } from "../../db/scope/enterprise-history.ts";
import type { ToldVersion } from "./parts-answer.ts";

/** Numbers the versions of each month; they come in the order in which they became known. */
export const toldVersions = (versions: readonly HeadcountVersion[]): readonly ToldVersion[] =>
  versions.map((version, i) => {
    const earlier = versions.slice(0, i).filter(({ month }) => month === version.month);
    const before = earlier.at(-1);
    return {
      ...version,
      month: formatMonth(version.month),
      version: earlier.length + 1,
      change: before ? version.headcount - before.headcount : null,
    };
  });
