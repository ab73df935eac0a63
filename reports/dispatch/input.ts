import type { Owed } from "../../models/joint/owed.ts";
import type { Text } from "../../models/text.ts";
import type { AlertInput, SilentEnterprise } from "../input.ts";
import type { ReportSource } from "../report-facts.ts";

/** Everything the dispatch list of a month is made from. */
export interface DispatchInput extends ReportSource {
  readonly alerts: readonly DispatchAlert[];
  readonly silent: readonly SilentEnterprise[];
  /** What desks owe by the joint mechanism, as it stood at the end of the day the list speaks as of. */
  readonly owed: readonly Owed[];
}

export interface DispatchAlert extends AlertInput {
  /** Date its desk could know of it, "2026-01-10": what its deadlines count from. */
  readonly openedOn: string;
  /** The step its case stands at; null where no case is kept. */
  readonly task: DispatchTask | null;
}

export interface DispatchTask {
  readonly step: Text;
  /** "2026-01-17"; null for a step without a deadline. */
  readonly due: string | null;
  readonly done: boolean;
}
