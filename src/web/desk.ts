import type { Change } from "../../models/alert/life.ts";
import type { Pause } from "../../models/alert/pause.ts";
import type { Step } from "../../models/case/step.ts";
import type { Month } from "../../models/month.ts";
import type { Assessment } from "../../models/policy/assess.ts";
import type { Reemployment } from "../../models/reemployment.ts";
import type { Ruling } from "../../models/rights/ruling.ts";
import type { RiskModel } from "../../models/risk/model.ts";
import type { LayoffPlan, PlanFault } from "../../models/statute/plan.ts";
import type { Text } from "../../models/text.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { Db } from "../db/db.ts";
import type { Counts, Run } from "../db/run.ts";
import type { ToldPeers } from "./enterprise/parts-answer.ts";
import type { PersonDone } from "./people/people-answer.ts";
import type { Ruled } from "./rights/rights-answer.ts";

/** What pages have done and find out by the very functions that the commands call; jobs/web/desk.ts hands them in. */
export interface Desk {
  /** What a person does about an alert; refusals are Problems. */
  act(tx: Db, number: string, change: Change): Promise<unknown>;
  /** Announces a stretch without messages; one that cannot be is a Problem. Returns its number. */
  pause(tx: Db, pause: Omit<Pause, "id">): Promise<number>;
  /** Ends one before its time; one that has ended is a Problem. */
  endPause(tx: Db, id: number, end: { readonly reason: string; readonly actor: string }): Promise<void>;
  /** Writes a step of a case; refusals are Problems. */
  step(tx: Db, number: string, step: Step): Promise<unknown>;
  /** Takes an event in and judges it at once; what is wrong with it is a Problem. */
  report(tx: Db, event: ReportedEvent, by: string): Promise<Counts>;
  /** Keeps a layoff plan and judges it at once; what cannot be is a Problem. */
  filePlan(
    tx: Db,
    plan: FiledPlan,
    by: string,
  ): Promise<{ readonly id: number; readonly faults: readonly PlanFault[] }>;
  /** Keeps how many of those dismissed are in work again; counts that can't be are a Problem. */
  countPlaced(tx: Db, counted: CountedPlaced, by: string): Promise<void>;
  /** The alerts that the newest month would open under another set, given all that was told and done; null before any run. */
  wouldRaise(tx: Db, sets: readonly ThresholdSet[]): Promise<readonly WouldRaise[] | null>;
  /** The model that foretold a run's risk. */
  modelOf(db: Db, run: Run): Promise<RiskModel>;
  /** What every support policy means for an enterprise on a day; empty where nothing is known of it. */
  support(db: Db, enterprise: string, day: string): Promise<readonly Assessment[]>;
  /** Whom a run compared an enterprise with; null where it was with more than its section, or is not known. */
  peers(db: Db, run: Run, enterprise: string): Promise<ToldPeers | null>;
  /** Reads what peers of a run takes, so that nobody waits for it. */
  readPeers(run: Run): Promise<void>;
  /** What `wengang person` does, and what a page says of it; it may hold a one-time link and is shown once. */
  person(
    task: PersonTaskName,
    order: PersonOrder,
  ): Promise<{ readonly lines: readonly Text[]; readonly told: PersonDone }>;
  /** Rules on what an account may do; that it can't be so is a Problem. */
  rule(order: RulingOrder): Promise<Ruled>;
}

/** Alerts about enterprises that a month would open. */
export interface WouldRaise {
  readonly month: Month;
  readonly alerts: readonly { readonly code: string; readonly level: string }[];
}

/** An event as a desk reports it. */
export interface ReportedEvent {
  readonly enterprise: string;
  readonly kind: string;
  readonly on: string;
  readonly people: number | null;
  readonly note: string | null;
}

/** A layoff plan, and the one that it corrects. */
export interface FiledPlan extends LayoffPlan {
  readonly replaces: number | null;
}

/** Those dismissed by an enterprise and placed again, of a group, as counted on a day. */
export interface CountedPlaced {
  readonly enterprise: string;
  readonly on: string;
  readonly row: Reemployment;
}

export type PersonTaskName = "add" | "reset" | "disable" | "identity";

export interface RulingOrder {
  readonly account: string;
  readonly ruling: Ruling;
  /** Roles and what they reach, by the command's names of its options; of a change alone. */
  readonly options: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly by: { readonly id: number; readonly account: string };
}

export interface PersonOrder {
  readonly account: string;
  /** The options of the command, by their names. */
  readonly options: Readonly<Record<string, string>>;
  /** Address that links begin with. */
  readonly origin: string;
  /** Account of who asks. */
  readonly actor: string;
}
