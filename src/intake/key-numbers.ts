/** One number for one key of several parts, counted up as they come. */
export class KeyNumbers {
  readonly #numbers = new Map<string, number>();

  of(...parts: readonly (string | number)[]): number {
    const key = parts.join("\n");
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
