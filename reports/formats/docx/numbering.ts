import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from "docx";
import { INDENT } from "./styles.ts";

export const HEADINGS = "headings";

const CHINESE = [
  { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: "%1、" },
  { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: "（%2）" },
  { format: LevelFormat.DECIMAL, text: "%3." },
  { format: LevelFormat.DECIMAL, text: "（%4）" },
];

const ENGLISH = [
  { format: LevelFormat.DECIMAL, text: "%1 " },
  { format: LevelFormat.DECIMAL, text: "%1.%2 " },
  { format: LevelFormat.DECIMAL, text: "%1.%2.%3 " },
  { format: LevelFormat.DECIMAL, text: "%1.%2.%3.%4 " },
];

/** Real list levels, so that a heading moved in Word is numbered anew. */
export const numbering = (language: "zh" | "en"): INumberingOptions => ({
  config: [
    {
      reference: HEADINGS,
      levels: (language === "zh" ? CHINESE : ENGLISH).map(({ format, text }, level) => ({
        level,
        format,
        text,
        suffix: LevelSuffix.NOTHING,
        alignment: AlignmentType.LEFT,
        // A level's own indent would win over the heading's: both begin two characters in.
        style: { paragraph: { indent: INDENT } },
      })),
    },
  ],
});
