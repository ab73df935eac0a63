import type { Instant } from "../instant.ts";
import type { Text } from "../text.ts";

/** What a desk is told of. */
export type NoticeKind =
  | "opened"
  | "raised"
  | "downgraded"
  | "closed"
  | "withdrawn"
  | "escalated"
  /** A deadline of a case comes near, or is past. */
  | "reminder"
  | "overdue"
  /** A figure of the scorecard left its band. */
  | "off-band";

/** One thing one desk is to be told, written together with the decision that makes it so. */
export interface Notice {
  readonly id: number;
  /** Makes it once: alert, kind and desk, and what tells two of the same kind apart. */
  readonly key: string;
  readonly desk: string;
  readonly kind: NoticeKind;
  readonly at: Instant;
  /** Whether it waits for no digest. */
  readonly atOnce: boolean;
  /** Routes that led to the desk. */
  readonly routes: readonly string[];
  readonly about: NoticeAbout;
}

/** What a message can say about it without asking anybody. */
export interface NoticeAbout {
  /** Number of the alert, the case or the scorecard: 预警编号. */
  readonly number: string;
  readonly subjectKind: "enterprise" | "place" | "case" | "scorecard";
  /** Enterprise or place code. */
  readonly subject: string;
  readonly name: string;
  readonly industries: readonly string[];
  readonly region: string | null;
  /** Level codes; null: none. */
  readonly level: string | null;
  readonly levelBefore: string | null;
  /** The month that was judged, "2026-03". */
  readonly month: string;
  readonly repeat: boolean;
  /** One line; and the whole reason. */
  readonly headline: Text;
  readonly explanation: Text;
}
