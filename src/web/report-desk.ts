import type { ReportKind } from "../../models/report-kind.ts";
import type { ReportScope } from "../../models/report-scope.ts";
import type { Language } from "../../models/text.ts";
import type { CorrectionFacts } from "../../reports/correction/facts.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import type { Db } from "../db/db.ts";
import type { By, IssuedReport, ReportName } from "../db/issued-report.ts";

/** A report as it stands: a draft, or what was frozen when somebody looked through it. */
export interface ShownReport {
  readonly facts: AnyFacts | CorrectionFacts;
  /** null while it is a draft. */
  readonly report: IssuedReport | null;
}

export const FILE_FORMATS = ["docx", "pdf", "xlsx", "csv", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Which report a recipient is sent whenever one is issued, and as which files. */
export interface NewSubscription {
  readonly recipient: number;
  readonly kind: ReportKind;
  readonly scope: ReportScope;
  readonly formats: readonly string[];
}

/** What pages do with reports, by the very functions that the commands call; jobs/web/report-desk.ts hands them in. */
export interface ReportDesk {
  /** The number a report was issued under, in words; null until then. */
  number(report: IssuedReport, language: Language): string | null;
  /** As a whole page. */
  page(shown: ShownReport, language: Language): string;
  /** As a file to save; several tables come as one zip. */
  file(shown: ShownReport, format: FileFormat, language: Language): Promise<ReportFile>;
  /** Freezes the draft that stands now; refusals are Problems. */
  review(tx: Db, name: ReportName, by: By): Promise<IssuedReport>;
  /** Numbers a reviewed report and puts it into the outbox; refusals are Problems. */
  issue(tx: Db, name: ReportName, by: By): Promise<{ readonly report: IssuedReport; readonly messages: number }>;
  /** Issues a notice of the printed numbers that later data changed; that there are none is a Problem. */
  correct(tx: Db, name: ReportName, by: By): Promise<{ readonly report: IssuedReport; readonly messages: number }>;
  /** The flash report about an event, as known on a day; no run writes it. One that is none is a Problem. */
  flash(db: Db, event: string, day: string): Promise<AnyFacts>;
  /** Whether an issued flash report would print otherwise by what is known on a day, beyond the bound of a correction. */
  isFlashOutdated(db: Db, report: IssuedReport, day: string): Promise<boolean>;
  /** Has a recipient sent a kind of report from now on; refusals are Problems. */
  subscribe(tx: Db, subscription: NewSubscription, by: By): Promise<{ readonly id: number }>;
  /** Ends a subscription; one that is none is a Problem. */
  unsubscribe(tx: Db, id: number, at: string): Promise<void>;
}
