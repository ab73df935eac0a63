import { dayOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import type { AnyFacts } from "../../../reports/document-of.ts";
import { flashFacts } from "../../../reports/flash/facts.ts";
import type { Db } from "../../../src/db/db.ts";
import type { Run } from "../../../src/db/run.ts";
import { flashInput } from "../../reports/flash-input.ts";
import { keptFacts } from "../../reports/kept-facts.ts";
import { scopeOf } from "../../reports/scope.ts";
import type { Options } from "../command.ts";
import { monthOption, optional, required } from "../values.ts";
import { kindOf } from "./options.ts";

export interface AskedFacts {
  readonly facts: AnyFacts;
  /** The month run that made them; null for a flash report, which is made when it is asked for. */
  readonly run: Run | null;
}

/** The facts of the report that the options mean. */
export async function askedFacts(db: Db, profile: Profile, options: Options, clock: () => number): Promise<AskedFacts> {
  const kind = kindOf(options);
  if (kind === "flash") {
    const event = required(options, "event", "--event");
    return { facts: flashFacts(await flashInput(db, profile, event, dayOf(clock()))), run: null };
  }
  const month = monthOption(required(options, "month", "--month"), "--month");
  const scope = scopeOf(profile, optional(options, "department"), optional(options, "region"));
  return keptFacts(db, profile, { kind, month, scope });
}
