import type { AuditAction } from "../../models/audit/audit-action.ts";
import type { Action } from "../../models/rights/actions.ts";
import type { Reach } from "../../models/rights/reach.ts";
import type { Stage } from "../../models/sign-in/stage.ts";
import type { Language, Text } from "../../models/text.ts";
import type { Db } from "../db/db.ts";
import type { Person } from "../db/people/person.ts";
import type { Session } from "../db/people/session.ts";
import type { TokenScope } from "../db/people/token.ts";

/** Who asks: nobody known, somebody with a session, or a program with a token of somebody's. */
export type Visitor =
  | { readonly kind: "nobody" }
  | { readonly kind: "session"; readonly person: Person; readonly session: Session; readonly stage: Stage }
  | { readonly kind: "token"; readonly person: Person; readonly scope: TokenScope };

/** What somebody did, for the audit log. */
export interface Note {
  readonly action: AuditAction;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Everything a route's handler has to do with. It gets no database: it reads within reach and changes with a note. */
export interface Asked<Input> {
  readonly input: Input;
  readonly visitor: Visitor;
  readonly language: Language;
  /** A text in the reader's language. */
  readonly say: (words: Text) => string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly address: string;
  readonly agent: string;
  /** The secret of this browser's session or, before it has one, of its form cookie. */
  readonly secret: string;
  /** What every form carries. */
  readonly formToken: string;
  /** What a stream's reader saw last, in its own words; null when it begins. */
  readonly lastEventId: string | null;
  /** Path and query as asked, for the answer from a provider of single sign-on. */
  readonly url: string;
  /** Reads as the person: rows beyond the reach of a right, the route's own unless another is named, do not exist. */
  read<T>(work: (tx: Db, reach: Reach) => Promise<T>, right?: Action): Promise<T>;
  /** Changes something and writes it into the audit log, both or neither; the note may tell what the work found. */
  change<T>(note: Note | ((done: T) => Note), work: (tx: Db) => Promise<T>): Promise<T>;
}

/** The person behind a route that lets no stranger in. */
export function personOf({ visitor }: Asked<unknown>): Person {
  if (visitor.kind === "nobody") throw new TypeError("a route with an open rule has no person");
  return visitor.person;
}

/** The session behind a route that takes no token. */
export function sessionOf({ visitor }: Asked<unknown>): Extract<Visitor, { kind: "session" }> {
  if (visitor.kind !== "session") throw new TypeError("this route is for sessions only");
  return visitor;
}
