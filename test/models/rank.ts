/** Rank over the integers modulo a prime: another arithmetic than the model's. */
export function rank(vectors: readonly (readonly number[])[]): number {
  const p = 1_000_003n;
  const inverse = (a: bigint): bigint => {
    let [result, base, power] = [1n, a % p, p - 2n];
    for (; power > 0n; power >>= 1n, base = (base * base) % p) if (power & 1n) result = (result * base) % p;
    return result;
  };
  const rows = vectors.map((vector) => vector.map(BigInt));
  let done = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row, i) => i >= done && row[column] !== 0n);
    if (at < 0) continue;
    [rows[done], rows[at]] = [rows[at]!, rows[done]!];
    const scale = inverse(rows[done]![column]!);
    for (const [i, row] of rows.entries()) {
      if (i === done || row[column] === 0n) continue;
      const times = row[column]! * scale;
      rows[i] = row.map((c, k) => (((c - times * rows[done]![k]!) % p) + p) % p);
    }
    done++;
  }
  return done;
}
