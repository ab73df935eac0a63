/** Segments this short are sorted outright, except the first. */
const SHORT = 10;

/**
 * The median as R's stl takes it: a partial sort (Chambers, CACM 410, 1970) asked for both middle places, but in
 * falling order where it wants them rising, so that for an even count one of the two may hold a wrong value.
 */
export function medianOfStl(values: Float64Array, from: number, to: number): number {
  const part = values.subarray(from, to);
  const upper = Math.floor(part.length / 2);
  const lower = part.length - upper - 1;
  partialSort(part, 0, part.length - 1, [upper, lower]);
  return (part[upper] + part[lower]) / 2;
}

function partialSort(a: Float64Array, i: number, j: number, wanted: number[]): void {
  if (i >= j || wanted.length === 0) return;
  if (j - i <= SHORT && i !== 0) {
    a.subarray(i, j + 1).sort();
    return;
  }
  const [l, k] = partition(a, i, j);
  if (l - i <= j - k) {
    const kept = wanted.findLastIndex((place) => place <= l) + 1;
    partialSort(a, i, l, wanted.slice(0, kept));
    partialSort(a, k, j, wanted.slice(kept));
  } else {
    const first = wanted.findIndex((place) => place >= k);
    const dropped = first < 0 ? wanted.length : first;
    partialSort(a, k, j, wanted.slice(dropped));
    partialSort(a, i, l, wanted.slice(0, dropped));
  }
}

/** Splits [i, j] about the middle one of three; returns the end of the lower part and the start of the upper one. */
function partition(a: Float64Array, i: number, j: number): [number, number] {
  const middle = Math.floor((i + j + 2) / 2) - 1;
  const three = [a[i], a[middle], a[j]].sort((x, y) => x - y);
  [a[i], a[middle], a[j]] = three;
  const pivot = three[1];
  let [k, l] = [i, j];
  for (;;) {
    do l--;
    while (a[l] > pivot);
    do k++;
    while (a[k] < pivot);
    if (k > l) return [l, k];
    [a[l], a[k]] = [a[k], a[l]];
  }
}
