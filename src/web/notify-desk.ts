import type { Absence, Duty } from "../../models/routing/recipients.ts";
import type { Language, Text } from "../../models/text.ts";
import type { Db } from "../db/db.ts";

/** A channel as the running service has it. */
export interface ConfiguredChannel {
  readonly name: string;
  /** email, dingtalk … */
  readonly kind: string;
  /** Never tried against the real service. */
  readonly untested: boolean;
  /** Whether it has an address of its own, where a test goes and recipients without one are reached. */
  readonly own: boolean;
  /** Environment variables that hold its address and secrets, with the last four signs of what they hold. */
  readonly settings: readonly { readonly variable: string; readonly hint: string }[];
}

/** What became of a test message. */
export interface Tested {
  readonly key: string;
  readonly delivered: boolean;
  readonly code: string | null;
  readonly lines: readonly Text[];
}

/** Somebody to be put behind a desk. */
export interface WantedRecipient {
  readonly desk: string;
  readonly name: string;
  readonly channel: string;
  /** null: the channel's own. */
  readonly address: string | null;
  readonly language: Language;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What stood of a recipient before it was changed, and whether it is reached elsewhere now. */
export interface Amended {
  readonly before: Omit<WantedRecipient, "address">;
  readonly addressChanged: boolean;
}

/** Who did it, and why where that is asked. */
export interface Doing {
  readonly actor: string;
  readonly reason: string;
}

/** What pages do with channels and recipients, by the functions that the commands call; jobs/web/notify-desk.ts hands them in. */
export interface NotifyDesk {
  /** The file that the channels stand in; null: none is named. */
  readonly file: string | null;
  readonly channels: readonly ConfiguredChannel[];
  /** Sends a test message to a channel's own address; a channel that is not there or has none is a Problem. */
  test(channel: string, language: Language): Promise<Tested>;
  /** Puts somebody behind a desk; what cannot be is a Problem. Returns the number. */
  addRecipient(tx: Db, wanted: WantedRecipient, actor: string): Promise<number>;
  /** Changes a recipient; without an address it is reached where it was. What cannot be is a Problem. */
  amendRecipient(tx: Db, id: number, wanted: WantedRecipient, actor: string): Promise<Amended>;
  /** Sends nothing more to a recipient after a day. */
  endRecipient(tx: Db, id: number, last: string): Promise<void>;
  /** The address works again. */
  mendRecipient(tx: Db, id: number, doing: Doing): Promise<void>;
  away(tx: Db, absence: Absence, doing: Doing): Promise<void>;
  onDuty(tx: Db, duty: Omit<Duty, "desk">, actor: string): Promise<void>;
  /** The address in full. */
  reveal(tx: Db, id: number): Promise<string>;
}
