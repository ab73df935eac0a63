import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { isLocal } from "../../src/auth/local-address.ts";

/** An address as browsers name it, "https://host:port". Without encryption only this machine is served. */
export function checkOrigin(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  const plain = url?.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isLocal(url.hostname));
  if (url && plain && safe) return url.origin;
  throw new Problem(
    "usage",
    "origin-wrong",
    text(`对外地址“${given}”不可用。`, `"${given}" can't be the service's address.`),
    text(
      "请写成 https://主机名[:端口]，不带路径；http 只允许本机地址。",
      "Write it as https://host[:port] without a path; http is for this machine only.",
    ),
  );
}
