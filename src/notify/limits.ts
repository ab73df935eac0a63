import { text } from "../../models/text.ts";
import type { OriginKind, Threshold } from "../../models/threshold.ts";

const limit = (value: number, unit: string, since: string, kind: OriginKind, zh: string, en: string): Threshold => ({
  value,
  unit,
  origin: { kind, note: text(zh, en) },
  validFrom: since,
});

/** A figure of the receiver's documentation, as it stood in the month given. */
const documented = (value: number, unit: string, since: string, zh: string, en: string): Threshold =>
  limit(value, unit, since, "practice", zh, en);

/** A figure of our own. */
const chosen = (value: number, unit: string, zh: string, en: string): Threshold =>
  limit(value, unit, "2026-11", "convention", zh, en);

const DINGTALK = "open.dingtalk.com/document/orgapp/custom-robots-send-group-messages";
const WECOM = "developer.work.weixin.qq.com/document/path/91770";
const FEISHU = "open.feishu.cn/document/client-docs/bot-v3/add-custom-bot";
const GOVERNMENT = "openplatform-portal.dg-work.cn, /message/workNotification";
const ALIYUN = "help.aliyun.com/knowledge_detail/44335.html";
const WEBHOOKS = "standard-webhooks/spec/standard-webhooks.md";

/** Every number a channel decides by. */
export const LIMITS = {
  patience: documented(
    15_000,
    "ms",
    "2023-06",
    `一次请求 15–30 秒内应有答复：${WEBHOOKS}`,
    `a request should be answered within 15 to 30 s: ${WEBHOOKS}`,
  ),
  mailPatience: chosen(
    6,
    "times",
    "带附件的邮件最多为一次请求时限的倍数；须短于发送者认领的 120 秒",
    "how much longer than a request a mail with attachments may take; below the 120 s that a sender claims it for",
  ),
  answer: chosen(
    65_536,
    "bytes",
    "答复只读到这里；各平台的答复都在 1 kB 以内",
    "an answer is read so far; real ones have less than 1 kB",
  ),
  longestWait: chosen(
    86_400,
    "s",
    "接收方要求等待更久的，一天后再试",
    "a receiver that asks for more is tried again after a day",
  ),
  rateWait: chosen(60, "s", "限额按分钟计的平台未说明等多久时", "where a limit a minute is hit and no wait is named"),
  robotTitle: documented(
    64,
    "characters",
    "2020-02",
    "钉钉会话消息的标题（错误码 34016）；飞书未写明，从之",
    "a title in DingTalk (error 34016); Feishu names no limit and gets the same",
  ),
  dingtalkPerMinute: documented(20, "messages/min", "2022-03", `每个机器人：${DINGTALK}`, `each robot: ${DINGTALK}`),
  dingtalkWait: documented(
    600,
    "s",
    "2022-03",
    `超过后限流 10 分钟：${DINGTALK}`,
    `held for 10 minutes when exceeded: ${DINGTALK}`,
  ),
  dingtalkText: documented(
    19_000,
    "bytes",
    "2022-03",
    "消息体 20,000 字节（错误码 460101），为标题和 @ 留 1,000",
    "a body has 20,000 bytes (error 460101); 1,000 are left for title and mentions",
  ),
  wecomPerMinute: documented(20, "messages/min", "2022-03", `每个机器人：${WECOM}`, `each robot: ${WECOM}`),
  wecomText: documented(2048, "bytes", "2022-03", `text 的 content：${WECOM}`, `content of a text: ${WECOM}`),
  feishuPerMinute: documented(100, "messages/min", "2023-05", `另有每秒 5 条：${FEISHU}`, `and 5 a second: ${FEISHU}`),
  feishuText: documented(
    19_000,
    "bytes",
    "2023-05",
    `请求体 20 kB，为标题、签名和 @ 留 1,000：${FEISHU}`,
    `a request has 20 kB; 1,000 are left for title, signature and mentions: ${FEISHU}`,
  ),
  feishuLine: chosen(27, "bytes", "富文本每行外面的 JSON", "JSON around each line of rich text"),
  webhookText: documented(
    20_000,
    "bytes",
    "2023-06",
    `建议小于 20 kB：${WEBHOOKS}`,
    `smaller than 20 kB is advised: ${WEBHOOKS}`,
  ),
  governmentText: documented(
    2048,
    "bytes",
    "2022-01",
    `msg 最长 2048 字节：${GOVERNMENT}`,
    `msg has at most 2,048 bytes: ${GOVERNMENT}`,
  ),
  smsText: documented(
    70,
    "characters",
    "2020-01",
    `超过即按 67 字拆分：${ALIYUN}`,
    `longer ones are split into parts of 67: ${ALIYUN}`,
  ),
  smsWait: chosen(3600, "s", "短信网关限流多按小时或自然日", "text message gateways limit by the hour or the day"),
  mailText: chosen(100_000, "characters", "没有人读到这么长的邮件末尾", "nobody reads a longer mail to its end"),
  logText: chosen(500, "characters", "日志一行", "a line of the log"),
} as const;
