/** Parsers by type number, the same for both databases, so that a query returns the same values from either. */
export const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  20: Number, // int8: our bigints are sizes and fence numbers, far below 2^53
  1700: Number, // numeric
  1082: (value) => value, // date stays "YYYY-MM-DD": a date has no time zone to lose a day in
  1184: (value) => new Date(value).toISOString(), // timestamptz
  1005: parseIntegers, // int2[]
  1007: parseIntegers, // int4[]
};

/** "{1,NULL,3}" → [1, null, 3]. Written out because packed series are read by the hundred thousand. */
export function parseIntegers(value: string): (number | null)[] {
  const numbers: (number | null)[] = [];
  let number = 0;
  let negative = false;
  let digits = 0;
  for (let i = 1; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      number = number * 10 + c - 48;
      digits++;
    } else if (c === 45) negative = true;
    else if (c === 44 || c === 125) {
      if (digits) numbers.push(negative ? -number : number);
      else if (i > 1) numbers.push(null);
      number = 0;
      negative = false;
      digits = 0;
    }
  }
  return numbers;
}
