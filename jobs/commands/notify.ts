import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { configuredChannels } from "../configured-channels.ts";
import { EXIT } from "../exit.ts";
import { sentLines } from "../sent-lines.ts";
import { testMessage } from "../test-message.ts";
import type { CommandSpec } from "./command.ts";
import { required } from "./values.ts";

export const notifyTest: CommandSpec = {
  usage: "notify test",
  summary: text(
    "向渠道自己的地址发一条测试消息（渝快政和短信渠道尚未与真实服务联调）",
    "send one test message to a channel's own address (渝快政 and text messages are untested against the real services)",
  ),
  options: [
    [
      "--channel <name>",
      text("渠道名称，见 WENGANG_CHANNELS 所指的文件", "name of the channel, as in the file WENGANG_CHANNELS names"),
    ],
  ],
  examples: ["wengang notify test --channel office"],
  run: async (_args, options, { environment, clock, language, signal, say }) => {
    const name = required(options, "channel", "--channel");
    const channels = await configuredChannels(environment, { clock, write: (line) => say(text(line, line)) });
    const open = channels.get(name);
    if (!open) throw unknownChannel(name, [...channels.keys()]);
    if (open.address === null) throw noAddress(name);
    const message = testMessage(clock(), Math.random(), language);
    const sent = await open.channel.send(message, open.address, signal);
    return {
      lines: sentLines(open, message.key, sent),
      json: { channel: name, type: open.channel.kind, key: message.key, ...sent },
      ...(sent.kind === "failed" ? { exitCode: EXIT.undelivered } : {}),
    };
  },
};

const unknownChannel = (name: string, known: readonly string[]): Problem =>
  new Problem(
    "usage",
    "channel-unknown",
    text(`没有名为“${name}”的渠道。`, `There is no channel called "${name}".`),
    known.length > 0
      ? text(`已配置：${known.join("、")}。`, `There are: ${known.join(", ")}.`)
      : text(
          "请让 WENGANG_CHANNELS 指向渠道配置文件，示例见 docs/channels.zh.md。",
          "Have WENGANG_CHANNELS name a channels file; docs/channels.md has examples.",
        ),
  );

const noAddress = (name: string): Problem =>
  new Problem(
    "usage",
    "channel-address-missing",
    text(
      `渠道“${name}”没有自己的地址，不知道测试消息发给谁。`,
      `Channel "${name}" has no address of its own to send a test to.`,
    ),
    text(
      "请在该渠道下写 addressEnv，并把地址放进它所指的环境变量。",
      "Give the channel an addressEnv and put the address into the variable it names.",
    ),
  );
