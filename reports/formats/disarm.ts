/** What a spreadsheet program would run: = + - @ and their full-width forms, also behind blanks, a tab or a line break. */
const LIVE = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/u;
const CONTROL = /^[\t\r\n]/;

/** Text for a spreadsheet or csv cell that cannot become a formula: an apostrophe stands before it. Never call it on a number. */
export const disarmed = (text: string): string => (LIVE.test(text) || CONTROL.test(text) ? `'${text}` : text);
