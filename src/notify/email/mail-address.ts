import { text } from "../../../models/text.ts";
import { wrongAddress } from "../address.ts";

/**
 * One address, as it goes into the envelope: local part and domain of RFC 5321 without quotes, comments, names or lists,
 * so that there is nothing a header or a second recipient could be made of.
 */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

export const isMailAddress = (address: string): boolean =>
  address.length <= 254 && ADDRESS.test(address) && !/^\.|\.\.|\.@/.test(address);

export const checkMailAddress = (address: string) => (isMailAddress(address) ? null : notAMailAddress());

const notAMailAddress = () =>
  wrongAddress(
    "email-address-wrong",
    text("这不是一个电子邮件地址。", "This is not a mail address."),
    text(
      "请只填写一个地址，不带姓名，如 name@example.gov.cn。",
      "Enter one address without a name, such as name@example.gov.cn.",
    ),
  );
