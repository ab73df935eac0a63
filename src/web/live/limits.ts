import { type Text, text } from "../../../models/text.ts";
import type { Threshold } from "../../../models/threshold.ts";

const chosen = (value: number, unit: string, note: Text): Threshold => ({
  value,
  unit,
  origin: { kind: "convention", note },
  validFrom: "2026-01",
});

/** How open pages are kept up to date. */
export const LIVE_LIMITS = {
  pulse: chosen(2_000, "ms", text("预警秒级可见；每进程每两秒查询一次", "seen within seconds; one look a process")),
  heartbeat: chosen(
    20_000,
    "ms",
    text(
      "常见代理60秒无数据即断开；退出后至多20秒关闭",
      "proxies cut after 60 s of silence; ends that soon after signing out",
    ),
  ),
  perPerson: chosen(6, "streams", text("浏览器对一个地址至多六个连接", "browsers open at most six to one address")),
  all: chosen(500, "streams", text("一县各部门同时在线不足百人", "a county has fewer than a hundred people signed in")),
} as const satisfies Readonly<Record<string, Threshold>>;
