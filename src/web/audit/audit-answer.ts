import { z } from "zod";
import { said, shape, type Told } from "../answers/shape.ts";
import { COUNT, INSTANT, JSON_VALUE, TEXT } from "../answers/units.ts";

const ENTRY = shape("AuditEntry", {
  ...{ position: z.int(), at: INSTANT, actor: z.string(), who: TEXT },
  action: z.string(),
  name: said(TEXT, "动作的名称", "what the action is called"),
  ...{ subject: z.string(), what: TEXT },
  ...{ detail: JSON_VALUE, told: said(TEXT, "详情的文字说明", "the details in words") },
  hash: said(
    z.string(),
    "本条散列，含前一条的散列",
    "hash of the row, that of the row before among what it is made of",
  ),
});

export const AUDIT_ANSWER = z.strictObject({
  total: said(COUNT, "符合条件的条数，含各页", "rows found, on all pages"),
  entries: z.array(ENTRY),
  next: said(z.string().nullable(), "下一页的 after；末页为空", "what to ask for as `after`; null at the end"),
});

const FAULT = z.strictObject({ kind: z.enum(["changed", "unlinked", "missing", "cut-off"]), position: z.int() });

export const CHECK_ANSWER = shape("AuditCheck", {
  rows: said(COUNT, "核对的条数", "rows that were followed"),
  whole: z.boolean(),
  faults: said(COUNT, "异常处数", "signs of tampering"),
  first: said(FAULT.nullable(), "第一处异常", "the first of them"),
  anchor: said(
    z.string(),
    "核对到的位置和散列，记在别处，下次从此核对",
    "position and hash that it came to: note it down elsewhere, to check from next time",
  ),
});

export type AuditView = Told<z.infer<typeof AUDIT_ANSWER>>;
export type ToldEntry = AuditView["entries"][number];
export type ToldCheck = Told<z.infer<typeof CHECK_ANSWER>>;
