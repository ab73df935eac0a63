import { createTransport, type SendMailOptions } from "nodemailer";
import type { Attachment, Channel, Message, Sent } from "../channel.ts";
import { tooSlow } from "../connection-failure.ts";
import { delivered, receiptOf } from "../failure.ts";
import { LIMITS } from "../limits.ts";
import { makeChannel } from "../make-channel.ts";
import type { Tools } from "../tools.ts";
import { characters, fitText } from "../wording/fit-text.ts";
import { plain } from "../wording/plain.ts";
import { wordingOf } from "../wording/wording.ts";
import { checkMailAddress } from "./mail-address.ts";
import { smtpFailure } from "./smtp-failure.ts";

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** starttls: asked for before anything else is said. none: for a server inside that has no certificate. */
  readonly tls: "starttls" | "implicit" | "none";
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: { readonly name: string; readonly address: string };
}

/** Mail by SMTP. Address: one mail address. The server is the deployment's choice, so the guard of addresses is not asked. */
export const email = (server: MailServer, { guard, clock }: Tools): Channel =>
  makeChannel({
    kind: "email",
    perMinute: null,
    longest: LIMITS.mailText.value,
    longestIn: "characters",
    check: checkMailAddress,
    deliver: async (message, address, signal) => {
      const transport = createTransport(connectionTo(server, guard.patience));
      const patience = guard.patience * LIMITS.mailPatience.value;
      const late = AbortSignal.timeout(patience);
      const mail = { ...mailOf(message, address, server, clock()), signal: AbortSignal.any([signal, late]) };
      try {
        return accepted((await transport.sendMail(mail)).response, address);
      } catch (error) {
        signal.throwIfAborted();
        return late.aborted ? tooSlow(patience) : smtpFailure(error, guard.patience);
      } finally {
        transport.close();
      }
    },
  });

const connectionTo = ({ host, port, tls, login }: MailServer, patience: number) => ({
  host,
  port,
  secure: tls === "implicit",
  requireTLS: tls === "starttls",
  ignoreTLS: tls === "none",
  connectionTimeout: patience,
  greetingTimeout: patience,
  socketTimeout: patience,
  ...(login === null ? {} : { auth: login }),
  // What a message is made of is handed in as bytes; nothing in it may have a file read or an address fetched.
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The Message-ID is made of the key, so that a mail that comes twice is one to every program that looks at it. */
function mailOf(message: Message, address: string, { from }: MailServer, now: number): SendMailOptions {
  const { title, lines, link, number } = wordingOf(message);
  const tail = link === null ? [number] : [link, number];
  const { html, attachments = [] } = message;
  return {
    from,
    to: { name: "", address },
    envelope: { from: from.address, to: [address] },
    subject: title,
    text: fitText(lines.join("\n"), tail, "\n\n", LIMITS.mailText.value, characters),
    ...(html === undefined ? {} : { html }),
    attachments: attachments.map(fileOf),
    messageId: `<${message.key}@${from.address.split("@")[1]}>`,
    date: new Date(now),
    priority: message.urgent ? "high" : "normal",
    headers: { "Auto-Submitted": "auto-generated" }, // RFC 3834: keeps absence notes from answering
  };
}

const fileOf = ({ name, type, bytes }: Attachment) => ({
  filename: plain(name).replace(/[/\\]/g, "-"),
  contentType: type,
  content: Buffer.from(bytes),
});

const accepted = (response: string, address: string): Sent =>
  delivered(receiptOf(/queued as ([\w-]+)/i.exec(response)?.[1], address));
