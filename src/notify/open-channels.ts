import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { checkUrl } from "./address.ts";
import type { Channel } from "./channel.ts";
import { type ChannelConfig, ChannelConfigs } from "./channel-config.ts";
import { dingtalk } from "./dingtalk/dingtalk.ts";
import { email } from "./email/email.ts";
import { feishu } from "./feishu/feishu.ts";
import { log } from "./log/log.ts";
import { sms } from "./sms/sms.ts";
import type { Tools } from "./tools.ts";
import { webhook } from "./webhook/webhook.ts";
import { wecom } from "./wecom/wecom.ts";
import { yukuaizheng } from "./yukuaizheng/yukuaizheng.ts";

export interface OpenChannel {
  readonly name: string;
  readonly channel: Channel;
  /** The channel's own address, if the deployment gave it one. */
  readonly address: string | null;
  /** Environment variables that hold its address and secrets. */
  readonly variables: readonly string[];
}

/** Kinds that were never tried against the real service, which whoever uses them is told. */
export const UNTESTED: ReadonlySet<string> = new Set(["yukuaizheng", "sms"]);

type Secret = (name: string) => string;

/**
 * The channels of a deployment by name, from its json and the environment variables named there. All that is wrong, in the
 * json, with variables that are not set and with addresses, is told at once.
 */
export function openChannels(
  json: unknown,
  secretNamed: (name: string) => string | undefined,
  tools: Tools,
): ReadonlyMap<string, OpenChannel> {
  const parsed = ChannelConfigs.safeParse(json);
  if (!parsed.success)
    throw channelsWrong(parsed.error.issues.map(({ path, message }) => `${path.join(".") || "[]"}: ${message}`));
  const wrong: string[] = [];
  const secret: Secret = (name) => {
    const value = secretNamed(name);
    if (!value) wrong.push(`${name}: not set`);
    return value ?? "";
  };
  const channels = parsed.data.map((config) => openOne(config, secret, tools, wrong));
  if (wrong.length > 0) throw channelsWrong([...new Set(wrong)]);
  return new Map(channels.map((channel) => [channel.name, channel]));
}

function openOne(config: ChannelConfig, secretNamed: Secret, tools: Tools, wrong: string[]): OpenChannel {
  const variables: string[] = [];
  const secret: Secret = (variable) => {
    variables.push(variable);
    return secretNamed(variable);
  };
  const channel = channelFor(config, secret, tools);
  const { name, addressEnv } = config;
  const astray = "gateway" in config ? checkUrl(config.gateway, tools.guard.allow) : null;
  if (astray) wrong.push(`${name}.gateway: ${bothOf(astray)}`);
  if (addressEnv === undefined) return { name, channel, variables, address: config.kind === "log" ? "" : null };
  const address = secret(addressEnv);
  const problem = address === "" ? null : channel.check(address);
  if (problem) wrong.push(`${addressEnv}: ${bothOf(problem)}`);
  return { name, channel, variables, address };
}

const bothOf = ({ reason }: Problem): string => `${reason.zh} ${reason.en}`;

function channelFor(config: ChannelConfig, secret: Secret, tools: Tools): Channel {
  switch (config.kind) {
    case "email": {
      const { host, port, tls, userEnv, passwordEnv, from, fromName } = config;
      const login = userEnv && passwordEnv ? { user: secret(userEnv), pass: secret(passwordEnv) } : null;
      return email({ host, port, tls, login, from: { name: fromName, address: from } }, tools);
    }
    case "yukuaizheng": {
      const { gateway, tenantId, appKeyEnv, appSecretEnv } = config;
      const keys = { appKey: secret(appKeyEnv), appSecret: secret(appSecretEnv) };
      return yukuaizheng({ gateway, tenantId, ...keys }, tools);
    }
    case "sms":
      return sms({ gateway: config.gateway, template: config.template, token: secret(config.tokenEnv) }, tools);
    default:
      return PLAIN[config.kind](tools);
  }
}

/** Channels that need no more than an address. */
const PLAIN = { dingtalk, wecom, feishu, webhook, log } as const;

const channelsWrong = (problems: readonly string[]): Problem =>
  new Problem(
    "usage",
    "channels-wrong",
    text(`渠道配置有误：${problems.join("；")}。`, `The channels are configured wrong: ${problems.join("; ")}.`),
    text(
      "请参照 docs/channels.zh.md 的示例修改 WENGANG_CHANNELS 所指的文件，并设置其中的环境变量。",
      "Correct the file WENGANG_CHANNELS names, after the examples in docs/channels.md, and set the variables it names.",
    ),
  );
