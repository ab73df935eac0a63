import { createHash } from "node:crypto";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";

/** A key of AES-256. id: the beginning of its SHA-256, to find it again among several; it gives nothing away. */
export interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The first key seals; all of them open, so that a new one can be put before the old. */
export type Keys = readonly [Key, ...Key[]];

/** Chance fit for secrets, handed in: node's randomBytes. */
export type RandomBytes = (count: number) => Buffer;

/** One key or several, 32 bytes in Base64, between blanks, commas or line ends. */
export function parseKeys(written: string, place: string): Keys {
  const [first, ...rest] = written
    .split(/[\s,]+/)
    .filter((key) => key !== "")
    .map(keyOf);
  if (!first || rest.some((key) => key === null)) throw keyWrong(place);
  return [first, ...rest.filter((key) => key !== null)];
}

function keyOf(written: string): Key | null {
  const bytes = Buffer.from(written, "base64");
  if (bytes.length !== 32 || bytes.toString("base64") !== written) return null;
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}

/** Says nothing of what stands there. */
const keyWrong = (place: string): Problem =>
  new Problem(
    "usage",
    "secret-key-wrong",
    text(`${place} 中的密钥不是 32 字节的 Base64。`, `The key in ${place} is not 32 bytes in Base64.`),
    text(
      "请用 openssl rand -base64 32 生成；更换时把新密钥写在旧密钥之前。",
      "Make one with openssl rand -base64 32; when changing keys, write the new one before the old.",
    ),
  );
