import { type Text, text } from "../../../models/text.ts";
import type { Way } from "../../db/people/session.ts";

/** How a session began. */
export const WAYS: Readonly<Record<Way, Text>> = {
  password: text("密码", "password"),
  "single-sign-on": text("单点登录", "single sign-on"),
  link: text("一次性链接", "one-time link"),
};
