const WIDTH = 4;

/** Where the first entry with a key stands, and whether the one after it said the same. */
export interface RepeatedEntry {
  readonly line: number;
  readonly same: boolean;
}

/**
 * The entries of a file by a key of two numbers. Four integers an entry in one array, so that a million cost no objects:
 * first key + 1 (0 is free), second key, line, fingerprint of the content.
 */
export class EntryTable {
  #cells = new Int32Array((1 << 13) * WIDTH);
  #size = 0;

  /** The first entry with this key and whether it had the same content; null when this is the first. */
  add(a: number, b: number, line: number, fingerprint: number): RepeatedEntry | null {
    const at = this.#find(a, b);
    const cells = this.#cells;
    if (cells[at] !== 0) return { line: cells[at + 2]!, same: cells[at + 3] === fingerprint };
    cells[at] = a + 1;
    cells[at + 1] = b;
    cells[at + 2] = line;
    cells[at + 3] = fingerprint;
    if (++this.#size * 2 * WIDTH > cells.length) this.#grow();
    return null;
  }

  #find(a: number, b: number): number {
    const cells = this.#cells;
    const slots = cells.length / WIDTH;
    let slot = hashOf(a, b) & (slots - 1);
    for (;;) {
      const at = slot * WIDTH;
      if (cells[at] === 0 || (cells[at] === a + 1 && cells[at + 1] === b)) return at;
      slot = (slot + 1) & (slots - 1);
    }
  }

  #grow(): void {
    const old = this.#cells;
    this.#cells = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += WIDTH) {
      if (old[from] === 0) continue;
      const to = this.#find(old[from]! - 1, old[from + 1]!);
      for (let field = 0; field < WIDTH; field++) this.#cells[to + field] = old[from + field]!;
    }
  }
}

/** A month and the number of a publication date in the file (fewer than 65,536) as one key. */
export const monthKey = (month: number, publication: number): number => month * 65_536 + publication;

/** Mixes a number into a fingerprint. */
export const mix = (hash: number, value: number): number => (Math.imul(hash, 0x01000193) ^ value) | 0;

export function textFingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Both keys count up in small steps, so they must be spread over the bits. */
function hashOf(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) | 0;
}
