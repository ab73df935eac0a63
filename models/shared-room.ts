/** Hands out shared memory, in the order in which columns ask for it; it holds what it held before. */
export type Take = (bytes: number) => SharedArrayBuffer;

/** Memory of one's own each time. */
export const newRoom = (): Take => (bytes) => new SharedArrayBuffer(bytes);

/** What is asked for grows by a few months' newcomers; a tenth more spares asking again. */
const SPARE = 1.1;

/**
 * The same memory each time round, for one month after another: a thread that has been shown it once holds on to nothing
 * more the next time. Who fills it again ends what was in it.
 */
export function reusedRoom(): () => Take {
  const buffers: SharedArrayBuffer[] = [];
  return () => {
    let next = 0;
    return (bytes) => {
      const place = next++;
      const known = buffers[place];
      if (known && known.byteLength >= bytes) return known;
      const fresh = new SharedArrayBuffer(Math.ceil(bytes * SPARE));
      buffers[place] = fresh;
      return fresh;
    };
  };
}
