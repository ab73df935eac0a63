import { type Text, text } from "../../text.ts";
import { entityKind } from "../../uscc.ts";
import { HELD } from "../fact-kind.ts";
import { missingFact } from "../facts.ts";
import type { Occasion } from "../occasion.ts";
import { type Found, type RuleHead, verdictOf } from "../rule.ts";

/** Who may get it, by the first two characters of the 统一社会信用代码. */
export interface EntityRule extends RuleHead {
  readonly kind: "entity";
  readonly prefixes: readonly string[];
  /** 参照实施: treated like the former. */
  readonly byAnalogy: readonly string[];
}

export interface EntityCompared {
  readonly kind: "entity";
  readonly entity: string | null;
  readonly byAnalogy: boolean;
}

export function evaluateEntity({ prefixes, byAnalogy }: EntityRule, { facts }: Occasion): Found<EntityCompared> {
  const { entity } = facts;
  if (entity === null)
    return {
      verdict: "unknown",
      compared: { kind: "entity", entity, byAnalogy: false },
      missing: [missingFact(facts, HELD.entity, null)],
    };
  const alike = byAnalogy.includes(entity);
  return {
    verdict: verdictOf(alike || prefixes.includes(entity)),
    compared: { kind: "entity", entity, byAnalogy: alike },
    missing: [],
  };
}

export function explainEntity({ entity, byAnalogy }: EntityCompared): Text {
  if (entity === null) return text("机构类别不明", "kind of organisation not known");
  const code = `${entity}××`;
  const kind = entityKind(entity) ?? text("其他机构", "another kind of organisation");
  const alike = byAnalogy ? text("，参照实施", ", treated by analogy") : text("", "");
  return text(`代码${code}，${kind.zh}${alike.zh}`, `code ${entity}…, ${kind.en}${alike.en}`);
}
