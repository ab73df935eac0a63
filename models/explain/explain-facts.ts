import type { PeerGroup } from "../account/peer-chain.ts";
import type { Month } from "../month.ts";
import type { Contribution } from "../risk/contributions.ts";
import type { StatusName } from "../score.ts";
import type { Text } from "../text.ts";
import type { ExplainHistory } from "./explain-history.ts";
import type { ExplainRisk } from "./explain-risk.ts";

/** What is known of an enterprise in a month, as the score columns hold it: NaN and GAP mean "no value". */
export interface ExplainFacts {
  readonly month: Month;
  readonly status: StatusName;
  /** Persons this month and last month (before an exit or a silence: the last report). */
  readonly headcount: number;
  readonly previous: number;
  readonly expected: number;
  readonly lower: number;
  /** Log change expected of the peers: their median, leaning on wider groups and on what they did in earlier years. */
  readonly peerChange: number;
  readonly peers: number;
  /** What the peers share with it; left out when it is not known. */
  readonly peerGroup?: SharedByPeers;
  /** Persons lost since three months ago, net of level shifts. */
  readonly fall3: number;
  /** The month's standardised residual. */
  readonly z: number;
  readonly hiddenShare: number;
  /** Months without a report, this one included; 0 when it reported. */
  readonly silentMonths: number;
  readonly events: readonly ExplainEvent[];
  /** Names of the rules that hold, most severe first. */
  readonly triggers: readonly Text[];
  /** How many times the limits of the rules hold for its industry; left out: 1. */
  readonly strictness?: number;
  /** Left out when its past is not at hand. */
  readonly history?: ExplainHistory;
  /** Left out when nothing was foretold. */
  readonly risk?: ExplainRisk;
  /** What the risk is made of. */
  readonly contributions?: readonly Contribution[];
}

/** What an enterprise and its peers have in common; `above` names the wider industry where its own has too few. */
export interface SharedByPeers {
  readonly kind: PeerGroup["kind"];
  readonly above: Text | null;
}

export interface ExplainEvent {
  readonly name: Text;
  readonly occurredOn: string;
  /** Persons concerned; null when unknown. */
  readonly people: number | null;
  /** What whoever reported it wrote; null: nothing. */
  readonly note: string | null;
}
