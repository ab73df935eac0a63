/** Words of the trade that a general dictionary takes apart. */
const TRADE = ["用工", "稳岗", "稳就业", "阈值", "直补快办", "季通报", "月调度"];

/** A bracketed date, a Latin word or a number with the blank behind it, a blank, a run of Chinese, any other mark. */
const PARTS = /（[^（）]{1,9}）|[A-Za-z0-9.,%:'’()-]+\s*|[^\S\n]+|\p{Script=Han}+|[\s\S]/gu;

const CLOSING = /^[，。、；：！？）》〉」』】〕”’%]/u;
const OPENING = /[（《〈「『【〔“‘]$/u;

/** A title in pieces between which a line may end, by the dictionary of the platform; a mark stays with its words. */
export function titleWords(title: string): string[] {
  const words: string[] = [];
  for (const part of title.match(PARTS) ?? [])
    for (const word of /^\p{Script=Han}{2,}$/u.test(part) ? chineseWords(part) : [part]) {
      const last = words.at(-1);
      if (last !== undefined && (CLOSING.test(word) || OPENING.test(last))) words[words.length - 1] = last + word;
      else words.push(word);
    }
  return words;
}

function chineseWords(run: string): string[] {
  const segments = new Intl.Segmenter("zh", { granularity: "word" }).segment(run);
  const within = new Set(
    TRADE.flatMap((word) =>
      [...run.matchAll(new RegExp(word, "g"))].flatMap(({ index }) =>
        Array.from({ length: word.length - 1 }, (_, i) => index + i + 1),
      ),
    ),
  );
  const words: string[] = [];
  for (const { segment, index } of segments)
    if (within.has(index)) words[words.length - 1] += segment;
    else words.push(segment);
  return words;
}
