import { Problem } from "../models/problem.ts";
import { text } from "../models/text.ts";
import type { OpenChannel } from "../src/notify/open-channels.ts";

/** The channel of a name; an unknown one lists those there are. */
export function channelNamed(channels: ReadonlyMap<string, OpenChannel>, name: string): OpenChannel {
  const open = channels.get(name);
  if (open) return open;
  const known = [...channels.keys()];
  throw new Problem(
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
}
