/**
 * Text for a line of a message: names of enterprises come from files, and a line end, a hidden character or an address in
 * one must not become a line, a direction or a link of ours.
 */
export const plain = (written: string): string =>
  written
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .replaceAll("://", "：//")
    .replace(/ {2,}/g, " ")
    .trim();

const LOOKALIKES: Readonly<Record<string, string>> = {
  "*": "＊",
  _: "＿",
  "`": "｀",
  "#": "＃",
  "[": "［",
  "]": "］",
  "<": "＜",
  ">": "＞",
  "|": "｜",
  "~": "～",
  "\\": "＼",
  "!": "！",
};

/**
 * The same where Markdown is read. Which escapes a platform's reader honours is documented nowhere, so that the signs that
 * can make a link, a picture or a heading are replaced by their full-width forms.
 */
export const plainInMarkdown = (written: string): string =>
  plain(written).replace(/[*_`#[\]<>|~\\!]/g, (sign) => LOOKALIKES[sign]!);
