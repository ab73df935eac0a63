/** How much room a text takes where it goes. */
export type Measure = (text: string) => number;

export const bytes: Measure = (text) => Buffer.byteLength(text);
/** As it stands in a JSON body. */
export const jsonBytes: Measure = (text) => Buffer.byteLength(JSON.stringify(text)) - 2;
/** As telephones count: UTF-16, two for what is outside the basic plane. */
export const characters: Measure = (text) => text.length;

/**
 * A body and its tail as one text of at most `limit`. What is too long is cut from the body, at the border of a character,
 * and shows "…". Of a tail that does not fit as a whole the last piece stays.
 */
export function fitText(
  body: string,
  tail: readonly string[],
  between: string,
  limit: number,
  measure: Measure,
): string {
  const whole = [body, ...tail].filter((part) => part !== "").join(between);
  if (measure(whole) <= limit) return whole;
  for (let first = 0; first < tail.length; first++) {
    const end = between + tail.slice(first).join(between);
    if (measure(`…${end}`) <= limit) return `${cut(body, limit - measure(`…${end}`), measure)}…${end}`;
  }
  return cut(tail.at(-1) ?? body, limit, measure);
}

/** The longest beginning that takes at most `limit`. */
export function cut(text: string, limit: number, measure: Measure): string {
  const signs = Array.from(text);
  let [fits, over] = [0, signs.length + 1];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(signs.slice(0, middle).join("")) <= limit) fits = middle;
    else over = middle;
  }
  return signs.slice(0, fits).join("");
}
