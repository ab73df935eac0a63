const FIRST_SLOTS = 1 << 12;

/**
 * Numbers the different codes of a file 0, 1, 2 … as they come. Looks a code up straight in the text of a block, so that
 * a million rows make no strings for codes that were seen before.
 */
export class CodeTable {
  readonly codes: string[] = [];
  #hashes = new Int32Array(FIRST_SLOTS);
  /** Code number + 1 by hash; 0 is free. */
  #slots = new Int32Array(FIRST_SLOTS * 2);
  #last = -1;

  /** The number of the code at text[start … end - 1]; it is `codes.length - 1` and new when codes grew. */
  number(text: string, start: number, end: number): number {
    if (this.#last >= 0 && same(this.codes[this.#last]!, text, start, end)) return this.#last;
    const hash = hashOf(text, start, end);
    let slot = hash & (this.#slots.length - 1);
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#hashes[entry - 1] === hash && same(this.codes[entry - 1]!, text, start, end))
        return this.#keep(entry - 1);
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#keep(this.#add(text, start, end, hash, slot));
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const number = this.codes.push(copy(text, start, end)) - 1;
    if (number >= this.#hashes.length) this.#hashes = grown(this.#hashes);
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (number * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.codes.length; number++) {
      let slot = this.#hashes[number]! & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }

  #keep(number: number): number {
    this.#last = number;
    return number;
  }
}

export function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}

function same(code: string, text: string, start: number, end: number): boolean {
  if (code.length !== end - start) return false;
  for (let at = code.length - 1; at >= 0; at--) if (code.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** FNV-1a with a last mix, because neighbouring codes differ in their last characters only. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}

/** A string of its own: a slice would keep the whole block in memory for as long as the code is known. */
function copy(text: string, start: number, end: number): string {
  const units = new Array<number>(end - start);
  for (let at = start; at < end; at++) units[at - start] = text.charCodeAt(at);
  return String.fromCharCode(...units);
}
