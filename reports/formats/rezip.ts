import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Changes the text of one xml part of an office file; parts it has nothing to say about come back as they were. */
export type Patch = (path: string, xml: string) => string;

/** DOS times know no zone: local parts of this date are the same digits everywhere. */
const ENTRY_TIME = new Date(2000, 0, 1);

/** The same office file with its parts patched and no trace of when it was packed, so that the same report has the same bytes. */
export function rezip(file: Uint8Array, patch: Patch): Buffer {
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]) => {
    const isXml = /\.(xml|rels)$/.test(path);
    return [path, isXml ? strToU8(patch(path, strFromU8(bytes))) : bytes] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(parts), { mtime: ENTRY_TIME }));
}
