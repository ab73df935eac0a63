import { z } from "zod";
import { said, shape, type Told } from "../answers/shape.ts";
import { COUNT, INSTANT, TEXT } from "../answers/units.ts";

const CHANNEL = shape("Channel", {
  name: z.string(),
  kind: said(z.string().nullable(), "类型；空：渠道文件中没有", "kind; null: it is not in the channels file"),
  untested: said(z.boolean(), "尚未与真实服务联调", "never tried against the real service"),
  own: said(z.boolean(), "有自己的地址，可发测试消息", "has an address of its own, where a test goes"),
  settings: said(
    z.array(z.strictObject({ variable: z.string(), hint: z.string() })),
    "存放地址和密钥的环境变量及其后四位",
    "environment variables that hold address and secrets, with their last four signs",
  ),
  recipients: said(COUNT, "现有接收人", "recipients today"),
  waiting: said(COUNT, "待发消息", "messages that are still to go out"),
  deliveredAt: said(INSTANT.nullable(), "最近一次成功", "when a message last arrived"),
  failure: said(
    z.strictObject({ at: INSTANT, code: z.string().nullable(), detail: TEXT.nullable() }).nullable(),
    "最近一次失败",
    "the last try that failed",
  ),
});

export const CHANNELS = z.strictObject({
  file: said(z.string().nullable(), "渠道配置文件", "the file that channels stand in"),
  channels: z.array(CHANNEL),
});

export const TESTED = z.strictObject({
  ...{ channel: z.string(), key: z.string(), delivered: z.boolean(), code: z.string().nullable() },
  lines: z.array(TEXT),
});

export type ChannelsView = Told<z.infer<typeof CHANNELS>>;
export type ToldChannel = ChannelsView["channels"][number];
