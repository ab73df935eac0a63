import type { Finding, Severity } from "./finding.ts";
import type { Text } from "./text.ts";

/** A finding about a month as a whole: it has no cell and no row. */
export const monthFinding = (
  severity: Severity,
  code: string,
  value: string,
  message: Text,
  repair: Text,
): Finding => ({ code, severity, cell: null, row: null, value, message, repair, rawRow: null });

export const monthWarning = (code: string, value: string, message: Text, repair: Text): Finding =>
  monthFinding("warn", code, value, message, repair);
