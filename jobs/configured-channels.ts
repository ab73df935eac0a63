import { lookup } from "node:dns";
import { readFile } from "node:fs/promises";
import { Problem } from "../models/problem.ts";
import { text } from "../models/text.ts";
import type { Environment } from "../src/config.ts";
import { parseAllowList } from "../src/notify/guard/allow-list.ts";
import { LIMITS } from "../src/notify/limits.ts";
import { type OpenChannel, openChannels } from "../src/notify/open-channels.ts";
import type { Tools } from "../src/notify/tools.ts";

/** The channels of the json file the environment names, by name; none without one. */
export async function configuredChannels(
  environment: Environment,
  { clock, write }: Pick<Tools, "clock" | "write">,
): Promise<ReadonlyMap<string, OpenChannel>> {
  const allow = parseAllowList(environment.notifyAllow);
  const file = environment.channels;
  if (file === undefined) return new Map();
  const guard = { allow, resolve: lookup, patience: LIMITS.patience.value };
  return openChannels(await readJson(file), environment.secret, { guard, clock, write, random: Math.random });
}

async function readJson(file: string): Promise<unknown> {
  const content = await readFile(file, "utf8").catch(() => {
    throw wrong(file, "无法读取", "can't be read");
  });
  try {
    return JSON.parse(content);
  } catch {
    throw wrong(file, "不是有效的 JSON", "is not valid JSON");
  }
}

const wrong = (file: string, zh: string, en: string): Problem =>
  new Problem(
    "usage",
    "channels-file-wrong",
    text(`渠道配置文件 ${file} ${zh}。`, `The channels file ${file} ${en}.`),
    text(
      "请参照 docs/channels.zh.md 的示例修改 WENGANG_CHANNELS 所指的文件。",
      "Correct the file WENGANG_CHANNELS names, after the examples in docs/channels.md.",
    ),
  );
