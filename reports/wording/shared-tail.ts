import { type Language, type Text, text } from "../../models/text.ts";

/** What most texts end with alike, by whole clauses, said once; the others say what they say, and where theirs goes on. */
export interface SharedTail {
  readonly heads: readonly Text[];
  /** Empty where there is none. */
  readonly tail: Text;
}

const BETWEEN: Readonly<Record<Language, string>> = { zh: "；", en: "; " };

/** `below`: what stands in place of the tail. */
export function sharedTail(texts: readonly Text[], below: Text): SharedTail {
  const [zh, en] = (["zh", "en"] as const).map((language) =>
    inOne(
      texts.map((one) => one[language]),
      BETWEEN[language],
      below[language],
    ),
  );
  return { heads: texts.map((_, i) => text(zh!.heads[i]!, en!.heads[i]!)), tail: text(zh!.tail, en!.tail) };
}

function inOne(texts: readonly string[], between: string, below: string) {
  const tail = longestTail(texts, between);
  const end = `${between}${tail}`;
  const heads = texts.map((one) =>
    tail !== "" && one.endsWith(end) ? `${one.slice(0, -end.length)}${between}${below}` : one,
  );
  return { heads, tail };
}

/** The longest that more than half of them share, and nobody is left without a word of its own. */
function longestTail(texts: readonly string[], between: string): string {
  const tails = texts.flatMap((one) => {
    const clauses = one.split(between);
    return clauses.slice(1).map((_, i) => clauses.slice(i + 1).join(between));
  });
  const shared = [...new Set(tails)].filter(
    (tail) => texts.filter((one) => one.endsWith(`${between}${tail}`)).length * 2 > texts.length,
  );
  return shared.reduce((longest, tail) => (tail.length > longest.length ? tail : longest), "");
}
