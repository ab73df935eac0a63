import { gzipSync } from "node:zlib";
import type { Request, Response } from "express";

/** By address, which names the version of what stands there. */
const packed = new Map<string, Buffer>();

/**
 * Sends a script or a style sheet, to be kept for good and packed where that is asked for. Pages are never packed: they hold a form's
 * token beside words of the address, and by how long the two come out packed the token could be guessed.
 */
export function sendKept(request: Request, response: Response, body: string): void {
  response.set("Cache-Control", "public, max-age=31536000, immutable").vary("Accept-Encoding");
  if (request.acceptsEncodings("gzip") !== "gzip") return void response.send(body);
  const bytes = packed.get(request.path) ?? gzipSync(body, { level: 9 });
  packed.set(request.path, bytes);
  response.set("Content-Encoding", "gzip").send(bytes);
}
