import { createHmac, randomBytes } from "node:crypto";
import { Problem } from "../../../models/problem.ts";
import type { Profile } from "../../../models/profile.ts";
import { deskKey, parseDesk } from "../../../models/routing/desk.ts";
import { text } from "../../../models/text.ts";
import { keepRecipient } from "../../../src/db/recipient.ts";
import type { OpenChannel } from "../../../src/notify/open-channels.ts";
import type { Keys } from "../../../src/secrets/keys.ts";
import { lastFour } from "../../../src/secrets/last-four.ts";
import { seal } from "../../../src/secrets/seal.ts";
import { openSession } from "../../session.ts";
import { openSender } from "../../tick.ts";
import type { CommandSpec } from "../command.ts";
import { dateOption, optional, required } from "../values.ts";

export const addCommand: CommandSpec = {
  usage: "recipient add",
  summary: text("登记接收人：某单位由谁、通过哪个渠道接收预警", "put somebody behind a desk, reached by a channel"),
  options: [
    [
      "--desk <desk>",
      text("单位：department:代码、region:代码 或 specialist:姓名", "department:CODE, region:CODE or specialist:NAME"),
    ],
    ["--name <name>", text("姓名或群名", "name of the person or group")],
    [
      "--channel <name>",
      text("渠道名称，见 WENGANG_CHANNELS 所指的文件", "channel, as in the file WENGANG_CHANNELS names"),
    ],
    ["--address <address>", text("地址；不给时使用渠道自己的地址", "address; without it the channel's own")],
    ["--lang-of <zh|en>", text("接收语言（默认中文）", "language of the messages (default Chinese)"), "zh"],
    ["--from <YYYY-MM-DD>", text("生效日期", "first day")],
    ["--until <YYYY-MM-DD>", text("失效日期", "last day")],
  ],
  examples: [
    "wengang recipient add --desk department:miit --name 县经济信息委群 --channel miit-dingtalk",
    "wengang recipient add --desk specialist:王小明 --name 王小明 --channel office-mail --address wang@wushan.example",
  ],
  run: async (_args, options, context) => {
    const { where, clock, environment } = context;
    const { db, profile } = await openSession(where, false);
    try {
      const desk = deskOf(required(options, "desk", "--desk"), profile);
      const { channels, keys } = await openSender(context);
      const channel = required(options, "channel", "--channel");
      const open = channels.get(channel);
      if (!open) throw unknownChannel(channel, [...channels.keys()]);
      const address = addressOf(open, optional(options, "address"));
      const [from, until] = [optional(options, "from"), optional(options, "until")];
      const hint = lastFour(address);
      const id = await keepRecipient(db, {
        ...{ desk, name: required(options, "name", "--name"), channel, hint },
        ...{ address: seal(address, keys, randomBytes), fingerprint: fingerprintOf(open, address, keys) },
        language: optional(options, "langOf") === "en" ? "en" : "zh",
        validFrom: from === undefined ? null : dateOption(from, "--from"),
        validTo: until === undefined ? null : dateOption(until, "--until"),
        ...{ actor: environment.user, at: new Date(clock()).toISOString() },
      });
      return {
        lines: [
          text(`已登记接收人 ${id}：${desk} ← ${channel} ${hint}`, `Recipient ${id}: ${desk} ← ${channel} ${hint}`),
        ],
        json: { id, desk, channel, hint },
      };
    } finally {
      await db.close();
    }
  },
};

/**
 * Says whether two addresses are one, and nothing else to whoever has not the key. The oldest key makes it: new ones are put
 * before it, and one robot must stay one.
 */
function fingerprintOf({ channel }: OpenChannel, address: string, keys: Keys): string {
  const oldest = keys.at(-1) ?? keys[0];
  return createHmac("sha256", oldest.bytes).update(`${channel.kind} ${address}`).digest("hex");
}

function addressOf(open: OpenChannel, given: string | undefined): string {
  const address = given ?? open.address;
  if (address === null) throw noAddress(open.name);
  const problem = given === undefined ? null : open.channel.check(given);
  if (problem) throw problem;
  return address;
}

function deskOf(key: string, { departments, regions }: Profile): string {
  const desk = parseDesk(key);
  const lists = { department: departments, region: regions, specialist: null };
  const list = desk && lists[desk.kind];
  if (!desk || (list && !list.some(({ code }) => code === desk.code))) throw unknownDesk(key);
  return deskKey(desk);
}

const unknownDesk = (key: string): Problem =>
  new Problem(
    "usage",
    "desk-unknown",
    text(`没有“${key}”这个单位。`, `There is no desk "${key}".`),
    text(
      "请写成 department:代码、region:代码 或 specialist:姓名；代码见地区配置。",
      "Write department:CODE, region:CODE or specialist:NAME; the codes are the profile's.",
    ),
  );

const unknownChannel = (name: string, known: readonly string[]): Problem =>
  new Problem(
    "usage",
    "channel-unknown",
    text(`没有名为“${name}”的渠道。`, `There is no channel called "${name}".`),
    text(
      `已配置：${known.join("、") || "无"}；见 docs/channels.zh.md。`,
      `There are: ${known.join(", ") || "none"}; see docs/channels.md.`,
    ),
  );

const noAddress = (name: string): Problem =>
  new Problem(
    "usage",
    "channel-address-missing",
    text(`渠道“${name}”没有自己的地址。`, `Channel "${name}" has no address of its own.`),
    text("请用 --address 给出地址。", "Give one with --address."),
  );
