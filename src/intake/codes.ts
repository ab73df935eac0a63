import type { Severity } from "../../models/finding.ts";
import { CROSS_CODES } from "./codes-cross.ts";
import { FIELD_CODES } from "./codes-field.ts";
import { FILE_CODES } from "./codes-file.ts";
import { POLICY_CODES } from "./codes-policy.ts";
import { ROW_CODES } from "./codes-row.ts";
import type { Wording } from "./wording.ts";

/** Everything the intake can find: code → severity, message and repair. Stable: users and reports refer to the codes. */
export const CODES = { ...FILE_CODES, ...ROW_CODES, ...FIELD_CODES, ...POLICY_CODES, ...CROSS_CODES };

export type Code = keyof typeof CODES;

export const wordingOf = (code: Code): Wording => CODES[code];

export const severityOf = (code: Code): Severity => wordingOf(code).severity;
