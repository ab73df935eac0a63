import { z } from "zod";
import { AUDIT_ACTIONS, auditActionWords } from "../../../models/audit/audit-action.ts";
import { instantOn } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { type AuditFilter, auditFound, countAudit } from "../../db/audit/audit.ts";
import type { AuditRow } from "../../db/audit/chain.ts";
import { keyOf } from "../answers/units.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { takes } from "../route.ts";
import type { AuditView, ToldEntry } from "./audit-answer.ts";
import { detailWords } from "./detail-words.ts";
import { actorWords, subjectWords } from "./subject-words.ts";

const day = z.literal("").or(z.iso.date()).optional();

/** What the log is looked through by; a form sends what was left blank as well. */
export const SOUGHT = {
  who: z.string().trim().max(200).optional(),
  action: z.literal("").or(keyOf(AUDIT_ACTIONS)).optional(),
  ...{ from: day, to: day },
};

export const AUDIT_INPUT = takes({
  query: {
    ...SOUGHT,
    after: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  },
});

export type AuditInput = z.infer<typeof AUDIT_INPUT>;

interface Sought {
  readonly who?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const PAGE = 50;
const DAY = 86_400_000;

/** Days are China's, both included. */
export const filterOf = ({ who, action, from, to }: Sought): AuditFilter => ({
  ...{ who: who || undefined, action: action || undefined },
  from: from ? instantOn(from) : undefined,
  until: to ? instantOn(to) + DAY : undefined,
});

/** Entries as asked for, newest first, a page at a time. */
export async function auditView(
  { db, profile }: Pick<WebOptions, "db" | "profile">,
  { input }: Asked<AuditInput>,
): Promise<AuditView> {
  const { after, ...sought } = input.query;
  const before = after === undefined ? null : Number(after);
  const found = await auditFound(db, filterOf(sought), { before, size: PAGE + 1 });
  const shown = found.slice(0, PAGE);
  return {
    total: await countAudit(db, filterOf(sought)),
    entries: shown.map((row) => toldEntry(row, profile)),
    next: found.length > PAGE ? String(shown.at(-1)!.position) : null,
  };
}

export function toldEntry(
  { position, at, actor, action, subject, detail, hash }: AuditRow,
  profile: Profile,
): ToldEntry {
  const details = JSON.parse(detail) as Record<string, unknown>;
  return {
    ...{
      position,
      at: new Date(at).toISOString(),
      actor,
      who: actorWords(actor),
      action,
      name: auditActionWords(action),
    },
    ...{ subject, what: subjectWords(subject, profile), detail: details, told: detailWords(details, profile), hash },
  };
}
