import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { email, type MailServer } from "../../../src/notify/email/email.ts";
import { message, send, tools } from "./given.ts";
import { headerText, type MailReceiver, mailReceiver, partsOf, Refusal, type Stage } from "./mail-server.ts";

const TO = "zhang.san@wushan.example";

const channel = ({ port }: Pick<MailReceiver, "port">, change: Partial<MailServer> = {}, patience = 5000) =>
  email(
    {
      host: "127.0.0.1",
      port,
      tls: "none",
      login: null,
      from: { name: "稳岗预警", address: "notice@wengang.example" },
      ...change,
    },
    tools({ patience }),
  );

const withFiles = message({
  title: "红色预警：神女药业本月减少二十三人，三个月累计减少四十一人，同类企业持平",
  html: "<p>本月减少 <b>23</b> 人</p>",
  attachments: [
    {
      name: "红色预警 2023年10月.xlsx",
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256),
    },
    { name: "月报.pdf", type: "application/pdf", bytes: Buffer.from("%PDF-1.7\r\n.\r\n\0ÿ") },
    {
      name: "report.docx",
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes: Buffer.alloc(0),
    },
  ],
});

describe("a mail", () => {
  it("arrives with both bodies, a Chinese subject and the bytes of its attachments", async () => {
    const server = await mailReceiver();
    expect(await send(channel(server), TO, withFiles)).toEqual({ kind: "delivered", receipt: "4F3kZ-1" });
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: "notice@wengang.example", to: [TO] });
    const { headers, parts } = partsOf(mail!.raw);
    expect(headerText(headers.subject!)).toBe(withFiles.title);
    expect(headerText(headers.from!)).toBe("稳岗预警 <notice@wengang.example>");
    expect(headers.to).toBe(TO);
    expect(mail!.raw).toMatch(/^\p{ASCII}*$/u); // nothing that an old server on the way could spoil
    expect(mail!.raw.split("\r\n").every((line) => line.length <= 998)).toBe(true); // RFC 5322, 2.1.1
    const [plain, html, ...files] = parts;
    expect(plain!.type).toMatch(/^text\/plain; charset=utf-8/i);
    expect(plain!.bytes.toString("utf8").replaceAll("\r\n", "\n").trimEnd()).toBe(
      "本月减少 23 人（12%），三个月减少 41 人。\n同类企业持平。\n\n" +
        "https://wengang.example.gov.cn/alerts/17?from=notice\n\n消息编号：n-17-a",
    );
    expect(html!.type).toMatch(/^text\/html; charset=utf-8/i);
    expect(html!.bytes.toString("utf8").trimEnd()).toBe(withFiles.html);
    expect(files.map(({ bytes }) => bytes.toString("base64"))).toEqual(
      withFiles.attachments!.map(({ bytes }) => Buffer.from(bytes).toString("base64")),
    );
    expect(files.map(({ type }) => type.split(";")[0])).toEqual(withFiles.attachments!.map(({ type }) => type));
    expect(files.map(({ headers: { "content-disposition": name } }) => fileName(name!))).toEqual([
      "红色预警 2023年10月.xlsx",
      "月报.pdf",
      "report.docx",
    ]);
  });

  it("has a Message-ID made of its key, the same on every try, and says that a program wrote it", async () => {
    const server = await mailReceiver();
    await send(channel(server), TO);
    await send(channel(server), TO);
    for (const { raw } of server.received)
      expect(partsOf(raw).headers).toMatchObject({
        "message-id": "<n-17-a@wengang.example>",
        date: "Tue, 14 Nov 2023 22:13:20 +0000",
        "auto-submitted": "auto-generated",
        importance: "High",
      });
  });

  it("that is not urgent does not claim to be", async () => {
    const server = await mailReceiver();
    await send(channel(server), TO, message({ urgent: false }));
    expect(partsOf(server.received[0]!.raw).headers.importance).not.toBe("High");
  });

  it("gets no header, recipient or file from a title, a line or a name", async () => {
    const server = await mailReceiver();
    const attack = "神女\r\nBcc: evil@example.com\r\n\r\n<script>";
    const attachment = { name: "../../a\r\nX-Evil: 1.xlsx", type: "application/pdf", bytes: Buffer.from("x") };
    await send(channel(server), TO, message({ title: attack, lines: [attack], attachments: [attachment] }));
    const { headers, parts } = partsOf(server.received[0]!.raw);
    expect(server.received[0]!.to).toEqual([TO]);
    expect(headers).not.toHaveProperty("bcc");
    expect(Object.keys(parts[1]!.headers).toSorted()).toEqual([
      "content-disposition",
      "content-transfer-encoding",
      "content-type",
    ]);
    expect(headerText(headers.subject!)).toBe("神女 Bcc: evil@example.com <script>");
    expect(fileName(parts[1]!.headers["content-disposition"]!)).toBe("..-..-a X-Evil: 1.xlsx");
  });

  it.each([
    ["a@b.example\r\nRCPT TO:<evil@example.com>"],
    ["a@b.example,evil@example.com"],
    ["a@b.example evil@example.com"],
    ["Zhang <a@b.example>"],
    ["<a@b.example>"],
    ['"a b"@c.example'],
    ["a@b.example\0"],
    ["a@[127.0.0.1]"],
    ["@b.example"],
    ["a@"],
    ["a..b@c.example"],
    [".a@c.example"],
    ["张@c.example"],
    [`${"a".repeat(65)}@c.example`],
    [""],
  ])("to %j is refused before anything is sent", async (address) => {
    const server = await mailReceiver();
    const sent = await send(channel(server), address);
    expect(sent).toMatchObject({ kind: "failed", permanent: true, code: "email-address-wrong" });
    expect(server.received).toEqual([]);
  });

  it.each(["a@b.example", "zhang.san+x@wushan.gov.cn", "o'neil_1@sub-2.example", "root@localhost"])(
    "to %s may be stored",
    (address) => {
      expect(channel({ port: 1 }).check(address)).toBeNull();
    },
  );
});

/** From filename*0*=utf-8''%E7… (RFC 2231), filename="=?UTF-8?…?=" or filename=plain. */
function fileName(disposition: string): string {
  const pieces = [...disposition.matchAll(/filename\*(?:\d+\*?)?=(?:utf-8'')?([^;\s]+)/gi)].map(([, piece]) => piece!);
  if (pieces.length > 0) return decodeURIComponent(pieces.join(""));
  return headerText(/filename="?([^";]+)"?/.exec(disposition)![1]!);
}

describe("a server that refuses", () => {
  it.each([
    ["connect", 554, "5.3.2 no service", true, "smtp-554", "554 5.3.2"],
    ["connect", 421, "4.3.2 later", false, "smtp-421", "421 4.3.2"],
    ["from", 550, "5.7.1 not you", true, "smtp-550", "550 5.7.1"],
    ["from", 451, "4.7.1 later", false, "smtp-451", "451 4.7.1"],
    ["to", 550, "5.1.1 <zhang.san@wushan.example> unknown", true, "smtp-550", "550 5.1.1"],
    ["to", 553, "no such mailbox", true, "smtp-553", "553"],
    ["to", 450, "4.2.0 greylisted", false, "smtp-450", "450 4.2.0"],
    ["to", 452, "4.2.2 mailbox full", false, "smtp-452", "452 4.2.2"],
    ["data", 552, "5.3.4 too big", true, "smtp-552", "552 5.3.4"],
    ["data", 554, "5.7.1 spam", true, "smtp-554", "554 5.7.1"],
    ["data", 451, "4.3.0 disk", false, "smtp-451", "451 4.3.0"],
  ] as const)("at %s with %i %s is understood (permanent: %s)", async (stage, code, text, permanent, name, shown) => {
    const server = await mailReceiver({}, { [stage]: new Refusal(code, text) } satisfies Partial<
      Record<Stage, Refusal>
    >);
    const sent = await send(channel(server), TO);
    expect(sent).toMatchObject({ kind: "failed", permanent, code: name });
    expect(sent.kind === "failed" && sent.message.zh).toContain(`（${shown}）`);
    expect(JSON.stringify(sent)).not.toContain("zhang");
    expect(server.received).toEqual([]);
  });
});

describe("a login", () => {
  const login = { user: "notice", pass: "p4ss" };
  const open = { authOptional: false, allowInsecureAuth: true, disabledCommands: ["STARTTLS"] };

  it("is taken when it is right", async () => {
    const server = await mailReceiver(open);
    expect(await send(channel(server, { login }), TO)).toMatchObject({ kind: "delivered" });
    expect(server.received[0]!.user).toBe("notice");
  });

  it("that is refused, for now or for good, loses no message: all go out once it is put right", async () => {
    const wrong = { user: "notice", pass: "wrong-s3cret" };
    const sent = [
      await send(channel(await mailReceiver(open), { login: wrong }), TO),
      await send(channel(await mailReceiver(open, { auth: new Refusal(454, "4.7.0 later") }), { login }), TO),
    ];
    for (const one of sent) expect(one).toMatchObject({ kind: "failed", permanent: false, code: "smtp-login" });
    expect(JSON.stringify(sent)).not.toMatch(/s3cret|p4ss|notice/);
    expect(sent[0]!.kind === "failed" && sent[0]!.message.en).toContain("535 5.7.8");
  });
});

describe("encryption", () => {
  const startTls = { disabledCommands: ["AUTH"] };

  it("is asked for before anything is said; a server without it or with a certificate nobody knows gets no mail", async () => {
    const servers = [await mailReceiver(), await mailReceiver(startTls), await mailReceiver({ secure: true })];
    const sent = [
      await send(channel(servers[0]!, { tls: "starttls" }), TO),
      await send(channel(servers[1]!, { tls: "starttls" }), TO),
      await send(channel(servers[2]!, { tls: "implicit" }), TO),
    ];
    for (const one of sent) expect(one).toMatchObject({ kind: "failed", permanent: false });
    expect(sent.map((one) => one.kind === "failed" && one.code)).toEqual([
      "smtp-tls",
      "certificate-untrusted",
      "certificate-untrusted",
    ]);
    expect(servers.flatMap(({ received }) => received)).toEqual([]);
  });
});

describe("a server that is not there", () => {
  it("or hangs, resets, talks nonsense or goes away half-way, is a failure that may pass", async () => {
    const talk = async (greeting: string | null, end: boolean) => {
      const server = createServer((socket) => {
        socket.on("error", () => {});
        if (greeting !== null) socket.write(greeting);
        if (end) setTimeout(() => socket.resetAndDestroy(), 30);
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      onTestFinished(() => void server.close());
      const address = server.address();
      return { port: typeof address === "object" && address !== null ? address.port : 0 };
    };
    const servers = [
      { port: 1 },
      await talk(null, false),
      await talk(null, true),
      await talk("HTTP/1.1 400 Bad Request\r\n\r\n", false),
      await talk("220 hello\r\n", true),
    ];
    for (const server of servers)
      expect(await send(channel(server, {}, 300), TO)).toMatchObject({ kind: "failed", permanent: false });
  });

  it("can be given up: the signal ends the conversation with its own reason", async () => {
    const stop = new AbortController();
    const hanging = createServer(() => {});
    await new Promise<void>((resolve) => hanging.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void hanging.close());
    const address = hanging.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const sending = channel({ port }).send(message(), TO, stop.signal);
    setTimeout(() => stop.abort(new Error("enough")), 50);
    await expect(sending).rejects.toThrow("enough");
  });
});
