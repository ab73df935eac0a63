import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What came to a receiver: the key that names the message, and its text. */
export interface Received {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** A receiver of messages on this machine that can be told to be down. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers with; 200 takes the message in. */
  status: number;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const receiver = { status: 200 };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (receiver.status === 200) {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Omit<Received, "key">;
      received.push({ ...body, key: String(request.headers["webhook-id"]) });
    }
    response.writeHead(receiver.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
