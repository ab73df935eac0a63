import type { Text } from "../../models/text.ts";
import type { AlertInput } from "../input.ts";
import type { ReportSource } from "../report-facts.ts";

/** Everything a flash report about one event is made from; its month is that of the run it looks at. */
export interface FlashInput extends ReportSource {
  /** "CODE/kind/2025-11-13": what tells events apart. */
  readonly id: string;
  readonly event: FlashEvent;
  readonly enterprise: FlashEnterprise;
  /** Other events of the enterprise in the year before and since, the newest first. */
  readonly others: readonly FlashEvent[];
  /** Its open alert in the run; null when it has none. */
  readonly alert: AlertInput | null;
}

export interface FlashEvent {
  /** Code of the profile. */
  readonly kind: string;
  readonly occurredOn: string;
  readonly people: number | null;
  readonly note: string | null;
}

export interface FlashEnterprise {
  readonly code: string;
  readonly name: string;
  readonly industry: string | null;
  readonly region: string | null;
  readonly departments: readonly string[];
  readonly specialist: string | null;
  readonly keyEnterprise: boolean;
  /** Headcounts up to the run's month; null is no report, empty one that never reported. */
  readonly history: readonly (number | null)[];
}

export interface NamedEvent extends FlashEvent {
  readonly name: Text;
}
