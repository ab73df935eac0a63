/**
 * Words that most of the long passwords in published lists are made of (SecLists, 10k-most-common: general knowledge, read
 * here as words, not copied as a list), with the Chinese habits beside them. Digits and signs around a word do not help it.
 */
const WORDS = new Set(
  `password passwd pass passcode qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc admin administrator root
  welcome letmein login master dragon monkey football baseball sunshine princess iloveyou iloveu trustno superman batman
  michael jordan shadow secret freedom whatever computer internet service server test tester testing guest user changeme
  default temp temporary summer winter spring autumn hello helloworld abc abcd abcde abcdef woaini woaiwo wodemima mima
  mimashi zhongguo china beijing chongqing wushan aini nihao qingkong anquan jiuye renshe yujing laoshi woshi`.split(
    /\s+/,
  ),
);

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** Whether nothing but a common word, written plainly or with figures for letters, stands between digits and signs. */
export function isCommon(folded: string): boolean {
  const trimmed = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const spelled = folded
    .replace(/[^\p{L}]+$/u, "") // figures behind the word are a year or a count, not letters
    .replace(/[013457@$]/g, (c) => LEET[c]!)
    .replace(/^[^\p{L}]+/u, "");
  const doubled = trimmed.slice(0, trimmed.length / 2);
  return [trimmed, spelled, doubled.repeat(2) === trimmed ? doubled : trimmed].some(isWords);
}

/** One common word, or two with signs or digits between them. */
function isWords(text: string): boolean {
  const parts = text.split(/[^\p{L}]+/u).filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => WORDS.has(part));
}

const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz"];

/** Whether at least half of the steps from one character to the next repeat it or go to its neighbour. */
export function isMonotonous(folded: string): boolean {
  const characters = [...folded];
  const steps = characters.slice(1).filter((next, i) => isNeighbour(characters[i]!, next)).length;
  return new Set(characters).size < FEWEST || steps * 2 >= characters.length;
}

/** Of fewer different characters no good password is made. */
const FEWEST = 5;

function isNeighbour(one: string, next: string): boolean {
  return one === next || ROWS.some((row) => row.includes(one + next) || row.includes(next + one));
}
