import type { ReportKind } from "./report-kind.ts";
import type { Text } from "./text.ts";

/** A department as it signs: its name in full, and the word its document numbers begin with (机关代字). */
export interface Issuer {
  readonly department: string;
  readonly name: Text;
  /** 巫山就业办发 in 巫山就业办发〔2026〕3号. */
  readonly word: Text;
}

/** Who issues reports and to whom they go, as official documents print it. */
export interface Correspondence {
  /** The first signs what is not a department's own. A department that is missing can draft reports and not number them. */
  readonly issuers: readonly Issuer[];
  /** 主送机关 of what the first issuer signs. */
  readonly addressees: Readonly<Record<ReportKind, Text>>;
  /** 抄送. */
  readonly copies: readonly Text[];
  /** What follows a region's name to make its government, by the region's kind; the kind "" for all others. */
  readonly governments: Readonly<Record<string, Text>>;
}
