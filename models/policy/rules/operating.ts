import { dateInChinese } from "../../month.ts";
import { type Text, text } from "../../text.ts";
import type { Occasion } from "../occasion.ts";
import { type Found, type RuleHead, verdictOf } from "../rule.ts";

/** It has not left the register: nobody is paid to who is gone. */
export interface OperatingRule extends RuleHead {
  readonly kind: "operating";
}

export interface OperatingCompared {
  readonly kind: "operating";
  readonly closedOn: string | null;
}

export function evaluateOperating(_rule: OperatingRule, { facts, date }: Occasion): Found<OperatingCompared> {
  const { closedOn } = facts;
  return {
    verdict: verdictOf(closedOn === null || closedOn > date),
    compared: { kind: "operating", closedOn },
    missing: [],
  };
}

export function explainOperating({ closedOn }: OperatingCompared): Text {
  if (closedOn === null) return text("名录中为存续单位", "the register has it as existing");
  return text(`名录载明${dateInChinese(closedOn)}注销或终止`, `the register has it end on ${closedOn}`);
}
