import { Problem } from "../../../models/problem.ts";
import { text } from "../../../models/text.ts";

/** Used, run out, replaced or never made: nobody learns which. */
export const linkDead = (): Problem =>
  new Problem(
    "no-data",
    "link-dead",
    text("这个一次性链接已使用、已过期或不存在。", "This one-time link was used, has run out or never was."),
    text(
      "初始化链接：请系统管理员重新启动服务，启动时会打印新的；其他链接：请系统管理员在账号页面重新发放。",
      "A set-up link: have the service started again, and it prints a new one. Any other: ask the administrator for one, who has a button for it on the page of accounts.",
    ),
  );
