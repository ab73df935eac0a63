import { createCipheriv, createDecipheriv } from "node:crypto";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Keys, RandomBytes } from "./keys.ts";

const VERSION = "s1";
const NONCE = 12; // bytes, as GCM wants it (NIST SP 800-38D, 5.2.1.1); good for 2^32 texts a key when drawn by lot
const TAG = 16;

/** AES-256-GCM: "s1.key id.Base64 of nonce, tag and text". What stands before the text is sealed with it. */
export function seal(plain: string, [key]: Keys, random: RandomBytes): string {
  const head = `${VERSION}.${key.id}`;
  const nonce = random(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(head));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `${head}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
}

export function unseal(sealed: string, keys: Keys): string {
  const [version, id, body] = sealed.split(".");
  if (version !== VERSION || id === undefined || body === undefined) throw damaged();
  const key = keys.find((one) => one.id === id);
  if (!key) throw keyMissing(id);
  const bytes = Buffer.from(body, "base64url");
  if (bytes.length < NONCE + TAG) throw damaged();
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(`${version}.${id}`))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    throw damaged();
  }
}

const keyMissing = (id: string): Problem =>
  new Problem(
    "storage",
    "secret-key-missing",
    text(
      `没有密钥 ${id}，用它加密的地址无法打开。`,
      `The key ${id} is missing, so an address sealed with it can't be opened.`,
    ),
    text(
      "请把该密钥写回 WENGANG_SECRET_KEY 或 secret.key（排在现用密钥之后）；确已遗失的，请重新登记地址。",
      "Put that key back into WENGANG_SECRET_KEY or secret.key, behind the one in use; if it is lost, enter the addresses again.",
    ),
  );

const damaged = (): Problem =>
  new Problem(
    "storage",
    "sealed-damaged",
    text("加密保存的地址已损坏或被改动。", "A sealed address is damaged or was altered."),
    text("请重新登记该地址，并查明改动的来源。", "Enter the address again, and find out what altered it."),
  );
