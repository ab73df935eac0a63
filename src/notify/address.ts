import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";
import type { AllowList } from "./guard/allow-list.ts";
import { targetOf } from "./guard/target.ts";

/** A web address with what signs for it, written with blanks between: the address first, then the secrets. */
export interface SignedAddress {
  readonly url: string;
  readonly secrets: readonly string[];
}

export function signedAddress(address: string): SignedAddress {
  const [url = "", ...secrets] = address.trim().split(/\s+/);
  return { url, secrets };
}

/** What is wrong with a web address; the guard looks again, at what it leads to, when something is sent. */
export function checkUrl(url: string, allow: AllowList): Problem | null {
  const target = targetOf(url, allow);
  return target instanceof URL ? null : wrongAddress(target.code, target.message);
}

const ENTER_AGAIN = text("请重新登记接收地址。", "Enter the address again.");

/** The reason must not repeat the address: it is a secret. */
export const wrongAddress = (code: string, reason: Text, next = ENTER_AGAIN): Problem =>
  new Problem("input", code, reason, next);
