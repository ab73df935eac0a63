import type { Text } from "../text.ts";
import type { Origin, Threshold } from "../threshold.ts";

/** Which desk a route leads to: one found from the enterprise, or a department by its code. */
export type DeskRule =
  /** The departments that regulate its industry, the first of them the main owner. */
  | { readonly to: "regulators" }
  /** The owner by ownership (国资). */
  | { readonly to: "owner" }
  /** Its town or street. */
  | { readonly to: "region" }
  /** The committee of the park it sits in, as the region's kind says. */
  | { readonly to: "park"; readonly department: string }
  /** Its specialist; a key enterprise has exactly one. */
  | { readonly to: "specialist" }
  | { readonly to: "department"; readonly department: string };

/** A node of the routing tree: what it asks for must hold, then its desks are told and its own routes are looked at. */
export interface Route {
  readonly id: string;
  readonly name: Text;
  readonly when: {
    readonly levels?: readonly string[];
    readonly subject?: "enterprise" | "place";
    readonly keyEnterprise?: true;
    /** Industry codes; any code that begins with one. */
    readonly industries?: readonly string[];
    readonly stateOwned?: true;
    readonly regions?: readonly string[];
    /** Event kinds, one of which must be behind the level. */
    readonly events?: readonly string[];
  };
  readonly desks: readonly DeskRule[];
  /** The route after this one is looked at only where this one does not hold. */
  readonly last?: true;
  readonly routes?: readonly Route[];
  readonly origin: Origin;
}

/** What happens when nobody acknowledges in time: after so many hours the desk is told as well. */
export interface Escalation {
  readonly level: string;
  readonly after: Threshold;
  /** A department: whoever is nearer the enterprise has been told already. */
  readonly department: string;
}

/** When and to whom a place tells. */
export interface Routing {
  readonly routes: readonly Route[];
  /** In order of time, for each level. */
  readonly escalations: readonly Escalation[];
  /** Levels that are told at once; all others once a working day. */
  readonly atOnce: readonly string[];
  /** Time of the day's grouped message, "09:00". */
  readonly dailyAt: string;
  /** The department that is told what no other desk can be told. */
  readonly fallback: string;
  /** The department whose analysts are told when the alerts no longer do what they are held to. */
  readonly analysts: string;
  /** Days from the alert to the first visit. */
  readonly firstVisit: Threshold;
}
