import type { DestinationStream } from "pino";
import type { Profile } from "../../models/profile.ts";
import type { SingleSignOn } from "../auth/single-sign-on.ts";
import type { Db } from "../db/db.ts";
import type { Keys } from "../secrets/keys.ts";
import type { Desk } from "./desk.ts";
import type { IntakeDesk } from "./intake-desk.ts";
import type { NotifyDesk } from "./notify-desk.ts";
import type { Standings } from "./overview/standing.ts";
import type { ReportDesk } from "./report-desk.ts";

export interface WebOptions {
  readonly db: Db;
  readonly profile: Profile;
  /** The chart library as one script. */
  readonly chartScript: () => string;
  /** How the enterprises within a reach stand. */
  readonly standingOf: Standings;
  /** What pages have done and find out. */
  readonly desk: Desk;
  /** What pages do with reports. */
  readonly reports: ReportDesk;
  /** What pages do with files that are handed in. */
  readonly intake: IntakeDesk;
  /** What pages do with channels and recipients. */
  readonly notify: NotifyDesk;
  /** The address people type, without a slash at its end: "https://wengang.example.gov.cn". */
  readonly origin: string;
  /** Whether a proxy on this machine stands before us, whose word on the sender's address counts. */
  readonly behindProxy: boolean;
  /** Seal what is kept of second factors. */
  readonly keys: Keys;
  readonly sso: SingleSignOn | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Takes one line of json a request. */
  readonly log: DestinationStream;
}
