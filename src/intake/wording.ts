import type { Severity } from "../../models/finding.ts";
import type { Text } from "../../models/text.ts";

/** What a wording may mention; a name that is not given stays visible as {name}, so that a test can find it. */
export type Params = Readonly<Record<string, string | number | Text>>;

/** The words of one finding, with {names} for the particulars. */
export interface Wording {
  readonly severity: Severity;
  /** true: a pattern of the whole file; one finding with a count says more than a thousand addresses. */
  readonly summed: boolean;
  readonly message: Text;
  readonly repair: Text;
}

type Words = readonly [zh: string, en: string];

const wording =
  (severity: Severity, summed = false) =>
  (message: Words, repair: Words): Wording => ({
    severity,
    summed,
    message: { zh: message[0], en: message[1] },
    repair: { zh: repair[0], en: repair[1] },
  });

export const block = wording("block");
export const quarantine = wording("quarantine");
export const warn = wording("warn");
/** A warning that is told once for the whole file. */
export const warnOnce = wording("warn", true);

/** Puts the particulars into the words. */
export const fill = (words: Text, params: Params): Text => ({
  zh: fillOne(words.zh, params, "zh"),
  en: fillOne(words.en, params, "en"),
});

const fillOne = (words: string, params: Params, language: keyof Text): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === "object" ? value[language] : String(value);
  });
