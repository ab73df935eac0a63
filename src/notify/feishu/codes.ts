import { LIMITS } from "../limits.ts";
import type { Codes } from "../robot-verdict.ts";

const SLOWER = {
  permanent: false,
  zh: "发送过快，飞书限流",
  en: "Feishu limits the robot's rate",
  wait: LIMITS.rateWait.value,
};

/**
 * From open.feishu.cn/document/client-docs/bot-v3/add-custom-bot, 99991400 from its page on rate limits, 19001 and 19002 as
 * users met them. 11232 comes at full and half hours, when everybody sends.
 */
export const FEISHU_CODES: Codes = {
  11232: SLOWER,
  99991400: SLOWER,
  9499: { permanent: true, zh: "飞书认为请求格式有误", en: "Feishu finds the request malformed" },
  19001: {
    permanent: true,
    zh: "机器人地址无效或机器人已移出群",
    en: "The robot's address is invalid or it left the group",
  },
  19002: { permanent: true, zh: "飞书认为参数有误", en: "Feishu finds a parameter wrong" },
  19021: {
    permanent: true,
    zh: "签名校验未通过：请核对密钥和本机时间",
    en: "The signature was refused: check the secret and this machine's clock",
  },
  19022: {
    permanent: true,
    zh: "本机 IP 不在机器人的白名单中",
    en: "This machine is not on the robot's list of IP addresses",
  },
  19024: { permanent: true, zh: "消息中没有机器人要求的关键词", en: "The message lacks a keyword the robot asks for" },
};
