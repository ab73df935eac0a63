import { LIMITS } from "../limits.ts";
import type { Codes } from "../robot-verdict.ts";

const SLOWER = {
  permanent: false,
  zh: "发送过快，钉钉限流",
  en: "DingTalk holds the robot for sending too fast",
  wait: LIMITS.dingtalkWait.value,
};
const NO_ROBOT = { permanent: true, zh: "机器人不存在或令牌有误", en: "There is no such robot" };
const CONTENT = { permanent: true, zh: "钉钉不接受其中的内容", en: "DingTalk does not accept the content" };

/**
 * From open.dingtalk.com/document/orgapp/custom-robots-send-group-messages; 130101 and 300001 from the table of
 * help.aliyun.com for the same robots, 300005 and 460101 as users met them. 310000 has three causes and tells them apart
 * by words only.
 */
export const DINGTALK_CODES: Codes = {
  [-1]: { permanent: false, zh: "钉钉系统繁忙", en: "DingTalk is busy" },
  130101: SLOWER,
  410100: SLOWER,
  90030: SLOWER,
  300001: NO_ROBOT,
  300005: NO_ROBOT,
  310000: {
    permanent: true,
    zh: "未通过机器人的安全设置：请核对加签密钥、本机时间、关键词和 IP 白名单",
    en: "The robot's safety settings refused it: check signing secret, this machine's clock, keywords and the list of IP addresses",
  },
  40035: { permanent: true, zh: "钉钉认为参数有误", en: "DingTalk finds a parameter wrong" },
  43004: { permanent: true, zh: "钉钉认为请求头有误", en: "DingTalk finds a header wrong" },
  400013: { permanent: true, zh: "群已解散", en: "The group was dissolved" },
  400101: NO_ROBOT,
  400102: { permanent: true, zh: "机器人已停用", en: "The robot was stopped" },
  400105: { permanent: true, zh: "钉钉不支持该消息类型", en: "DingTalk does not support the kind of message" },
  400106: NO_ROBOT,
  430101: CONTENT,
  430102: CONTENT,
  430103: CONTENT,
  430104: CONTENT,
  460101: { permanent: true, zh: "消息过长", en: "The message is too long" },
};
