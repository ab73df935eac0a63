import type { Field } from "../../models/profile.ts";
import type { RecordKind } from "../../models/record.ts";

/** What tells one record of a kind from another: a row in which it is put right is another record, and no later version of it. */
export const KEY_FIELDS: Readonly<Record<RecordKind, readonly Field[]>> = {
  headcount: ["code", "month"],
  register: ["code"],
  industry: ["industry", "region", "month"],
  event: ["code", "kind", "occurredOn"],
  fact: ["code", "fact", "period"],
  application: ["code", "policy", "appliedOn"],
};
