/** What a file is, by its first bytes and not by its name. */
export type FileType = "empty" | "text" | "gzip" | "zip" | "ole" | "utf16" | "html" | "binary";

export interface Sniffed {
  readonly type: FileType;
  /** What to call it in a finding. */
  readonly found: string;
}

const MAGIC: readonly (readonly [bytes: readonly number[], type: FileType, found: string])[] = [
  [[0x1f, 0x8b], "gzip", "gzip"],
  [[0x50, 0x4b, 0x03, 0x04], "zip", "zip/xlsx"],
  [[0x50, 0x4b, 0x05, 0x06], "zip", "zip"],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "ole", "xls"],
  [[0xff, 0xfe], "utf16", "UTF-16"],
  [[0xfe, 0xff], "utf16", "UTF-16"],
  [[0x25, 0x50, 0x44, 0x46], "binary", "PDF"],
  [[0x89, 0x50, 0x4e, 0x47], "binary", "PNG"],
  [[0xff, 0xd8, 0xff], "binary", "JPEG"],
  [[0x52, 0x61, 0x72, 0x21], "binary", "RAR"],
  [[0x37, 0x7a, 0xbc, 0xaf], "binary", "7z"],
];

export function sniff(head: Buffer): Sniffed {
  if (head.length === 0) return { type: "empty", found: "" };
  const magic = MAGIC.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (magic) return { type: magic[1], found: magic[2] };
  if (looksLikeUtf16(head)) return { type: "utf16", found: "UTF-16" };
  if (head.includes(0)) return { type: "binary", found: "binary" };
  const start = head
    .subarray(0, 1024)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype|html|table|head|meta|body|style)/.test(start)) return { type: "html", found: "HTML" };
  if (start.startsWith("<?xml")) return { type: "html", found: "XML" };
  return { type: "text", found: "csv" };
}

const EXTENSIONS: Readonly<Record<string, readonly FileType[]>> = {
  csv: ["text"],
  txt: ["text"],
  tsv: ["text"],
  gz: ["gzip"],
  xlsx: ["zip"],
  xlsm: ["zip"],
  xls: ["ole"],
};

/** The extension when it claims something else than the content is; null when it fits or claims nothing. */
export function lyingExtension(name: string, type: FileType): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return null;
  const claimed = EXTENSIONS[extension];
  return claimed === undefined || claimed.includes(type) ? null : `.${extension}`;
}

/** In UTF-16 the zeros of Latin letters all stand at even or all at odd places. */
function looksLikeUtf16(head: Buffer): boolean {
  const zeros = [0, 0];
  for (let index = 0; index < Math.min(head.length, 1024); index++) if (head[index] === 0) zeros[index & 1]!++;
  return Math.max(...zeros) > 4 && Math.max(...zeros) >= 10 * Math.min(...zeros);
}
