import type { Problem } from "../../models/problem.ts";
import type { Text } from "../../models/text.ts";

/** A file that goes with a message. Mail carries it; the other channels have the link. */
export interface Attachment {
  readonly name: string;
  /** Media type, such as application/pdf. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** One message to one address. */
export interface Message {
  /**
   * The idempotency key, the same on every try: letters, digits, - and _, at most 64. Where the receiver cannot tell a
   * repetition by it, people can: it is shown to them as 消息编号.
   */
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Where the reason stands, one tap away. */
  readonly url?: string;
  readonly urgent: boolean;
  /** Who is to be pointed at, as the receiver names people: mobile numbers or account ids. */
  readonly mentions?: readonly string[];
  readonly attachments?: readonly Attachment[];
  /** A mail's second body, taken as it is: it shows link and 消息编号 itself. */
  readonly html?: string;
  /** Instant the event happened, ISO. */
  readonly at: string;
}

export type Sent = Delivered | Failed;

export interface Delivered {
  readonly kind: "delivered";
  /** What the receiver calls the message; null when it does not say. */
  readonly receipt: string | null;
}

export interface Failed {
  readonly kind: "failed";
  /** Trying again will not help: a person must change the address or the message. */
  readonly permanent: boolean;
  readonly code: string;
  /** Never holds an address, a secret or what the receiver wrote, which may repeat either. */
  readonly message: Text;
  /** How long the receiver wants to be left alone. */
  readonly retryAfterSeconds?: number;
}

/** A way to reach people. An address is a secret, and so is all it may hold besides, such as the secrets that sign. */
export interface Channel {
  readonly kind: string;
  /** Messages a minute that one address takes; null where no such limit is documented. */
  readonly perMinute: number | null;
  /** Longest text, counted in `longestIn`; a longer one is cut, the link and the 消息编号 stay. */
  readonly longest: number;
  /** Bytes of UTF-8 as they travel, or characters as a telephone counts them (UTF-16). */
  readonly longestIn: "bytes" | "characters";
  /** Rejects only when the signal is given, with its reason. */
  send(message: Message, address: string, signal: AbortSignal): Promise<Sent>;
  /** What is wrong with an address's shape, before it is stored; null when nothing is. */
  check(address: string): Problem | null;
}
