import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";
import { CERTIFICATE, CERTIFICATE_KEY } from "./certificate.ts";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly secure: boolean;
  readonly user: string | null;
}

export interface MailReceiver {
  readonly port: number;
  readonly received: ReceivedMail[];
}

/** At which point of a conversation a server refuses, and with what. */
export type Stage = "connect" | "auth" | "from" | "to" | "data";

export class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

/** A real SMTP server for one test that keeps what arrives. */
export async function mailReceiver(
  options: SMTPServerOptions = {},
  refusals: Partial<Record<Stage, Refusal>> = {},
): Promise<MailReceiver> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    cert: CERTIFICATE,
    key: CERTIFICATE_KEY,
    ...options,
    onConnect: (_session, done) => done(refusals.connect),
    onAuth: (auth, _session, done) => {
      if (refusals.auth) return done(refusals.auth);
      done(auth.password === "p4ss" ? null : new Refusal(535, "5.7.8 no"), { user: auth.username });
    },
    onMailFrom: (_address, _session, done) => done(refusals.from),
    onRcptTo: (_address, _session, done) => done(refusals.to),
    onData: async (stream, { envelope, secure, user }, done) => {
      const raw = (await buffer(stream)).toString("latin1");
      const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      if (!refusals.data) received.push({ from, to, raw, secure, user: user ?? null });
      done(refusals.data ?? null, "2.0.0 Ok: queued as 4F3kZ-1");
    },
  });
  server.on("error", () => {}); // a client that goes away in the middle
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, received };
}

export interface MailPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A mail's source as its parts: RFC 2045 to 2047 read here anew, so that what was written is not checked by its writer. */
export function partsOf(raw: string): {
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: MailPart[];
} {
  const whole = entity(raw);
  return { headers: whole.headers, parts: leaves(raw) };
}

function leaves(raw: string): MailPart[] {
  const { headers, body } = entity(raw);
  const type = headers["content-type"] ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined)
    return [{ headers, type, bytes: decoded(body, headers["content-transfer-encoding"] ?? "") }];
  const pieces = body.split(`--${boundary}`).slice(1, -1);
  return pieces.flatMap((piece) => leaves(piece.replace(/^\r\n/, "").replace(/\r\n$/, "")));
}

function entity(raw: string) {
  const split = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, split)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  return { headers, body: raw.slice(split + 4) };
}

function decoded(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64");
  if (/quoted-printable/i.test(encoding)) return quoted(body.replace(/=\r\n/g, ""));
  return Buffer.from(body, "latin1");
}

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );

/** "=?UTF-8?B?…?=" and "=?UTF-8?Q?…?=" as text; blanks between two of them are not part of it. */
export const headerText = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      (kind.toLowerCase() === "b" ? Buffer.from(word, "base64") : quoted(word.replaceAll("_", " "))).toString("utf8"),
    );
