import { type Text, text } from "../text.ts";

/** What can be written down about a case. */
export type StepKind =
  | "open"
  | "link"
  | "assign"
  | "hand-over"
  | "join"
  | "leave"
  | "criticality"
  | "contact"
  | "visit"
  | "difficulties"
  | "measure"
  | "measure-done"
  | "follow-up"
  | "comment"
  | "close"
  | "reopen";

/** How urgent it is to those who handle it; an alert's level says how bad it looks from outside. */
export const CRITICALITIES = ["high", "medium", "low"] as const;
export type Criticality = (typeof CRITICALITIES)[number];

export const CRITICALITY_NAMES: Readonly<Record<Criticality, Text>> = {
  high: text("紧急", "urgent"),
  medium: text("一般", "medium"),
  low: text("关注", "low"),
};

/** One step as somebody writes it down; which parts it needs stands in STEPS. */
export interface Step {
  readonly kind: StepKind;
  readonly actor: string;
  /** What was said, seen or decided. */
  readonly note?: string;
  /** The day it happened, "YYYY-MM-DD"; absent: the day it is written down. */
  readonly on?: string;
  /** The day something is due. */
  readonly due?: string;
  /** Whom it concerns: a referent, somebody who takes part. */
  readonly person?: string;
  readonly criticality?: Criticality;
  /** Codes of the profile's casework: difficulties met; the measure agreed. */
  readonly difficulties?: readonly string[];
  readonly measure?: string;
  /** Number of the alert a case is opened for or joined by. */
  readonly alert?: string;
  readonly outcome?: string;
  /** On closing: whether what was done changed what would have happened. */
  readonly intervened?: boolean;
  /** On closing: people who kept their jobs by it, as far as the desk can say. */
  readonly kept?: number;
}

export type StepPart = Exclude<keyof Step, "kind" | "actor">;

interface StepRow {
  readonly needs: readonly StepPart[];
  /** What it may have beside, a note aside, which any may have. */
  readonly takes?: readonly StepPart[];
  /** Which cases it is for. */
  readonly when: "new" | "open" | "closed" | "any";
  readonly name: Text;
}

/** Every step, what it cannot do without, and when it may be written. */
// biome-ignore format: a table reads better in columns
export const STEPS: Readonly<Record<StepKind, StepRow>> = {
  open:           { when: "new",    needs: ["person", "criticality"],   name: text("立案", "opened") },
  link:           { when: "open",   needs: ["alert"],                   name: text("并入预警", "another alert joined") },
  assign:         { when: "open",   needs: ["person"],                  name: text("指定专员", "referent set") },
  "hand-over":    { when: "open",   needs: ["person", "note"],          name: text("移交", "handed over") },
  join:           { when: "open",   needs: ["person"],                  name: text("加入协同", "takes part") },
  leave:          { when: "open",   needs: ["person"],                  name: text("退出协同", "takes part no more") },
  criticality:    { when: "open",   needs: ["criticality", "note"],     name: text("调整紧急程度", "criticality set") },
  contact:        { when: "open",   needs: ["note"], takes: ["on"],     name: text("联系企业", "contacted") },
  visit:          { when: "open",   needs: ["note"], takes: ["on"],     name: text("上门走访", "visited") },
  difficulties:   { when: "open",   needs: ["difficulties"],            name: text("登记困难", "difficulties noted") },
  measure:        { when: "open",   needs: ["measure", "due"],          name: text("商定措施", "measure agreed") },
  "measure-done": { when: "open",   needs: ["measure", "note"], takes: ["on"], name: text("措施落实", "measure carried out") },
  "follow-up":    { when: "open",   needs: ["due"],                     name: text("约定回访", "follow-up agreed") },
  comment:        { when: "any",    needs: ["note"],                    name: text("备注", "comment") },
  close:          { when: "open",   needs: ["outcome", "intervened", "note"], takes: ["kept"], name: text("结案", "closed") },
  reopen:         { when: "closed", needs: ["note"],                    name: text("重新立案", "reopened") },
};
