import { formatMonth, type Month } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import type { RegimeChange } from "../models/regime.ts";
import type { DueKind, ReportKind } from "../models/report-kind.ts";
import { type ReportScope, scopeKey } from "../models/report-scope.ts";
import type { Text } from "../models/text.ts";
import { type Letter, letterOf } from "./letter.ts";
import { type RulesOnly, rulesOnlyFacts } from "./rules-only.ts";
import { titleOf } from "./titles.ts";

/** What a run says of itself in every report made from it. */
export interface ReportSource {
  readonly profile: Profile;
  readonly month: Month;
  /** Date the report speaks as of, "2026-01-06". */
  readonly asOf: string;
  /** The data vintage in words: which batches, known until when. */
  readonly vintage: Text;
  /** The name of the scoring model. */
  readonly model: string;
  /** The figures come from the simulator: the report says so at its head. */
  readonly simulated: boolean;
  /** Since when alerts rest on facts alone, and why; null as usual. */
  readonly rulesOnly: RegimeChange | null;
}

/** What every report says of itself. */
export interface ReportFacts extends Omit<ReportSource, "profile" | "month" | "rulesOnly"> {
  readonly kind: ReportKind;
  /** Whom or what it is about: a scope's key, an event's, or an issued report's; "" the whole place. */
  readonly about: string;
  readonly title: Text;
  readonly letter: Letter;
  readonly month: string;
  /** Left out in what was kept before every report told it. */
  readonly rulesOnly?: RulesOnly | null;
}

/** The same for a kind whose title follows from its scope and month. */
export function reportFacts<Kind extends DueKind>(
  { profile, month, asOf, vintage, model, simulated, rulesOnly }: ReportSource,
  kind: Kind,
  scope: ReportScope,
): ReportFacts & { readonly kind: Kind } {
  return {
    ...{ kind, about: scopeKey(scope), asOf, vintage, model, simulated },
    ...{ month: formatMonth(month), rulesOnly: rulesOnlyFacts(rulesOnly) },
    title: titleOf(profile, kind, scope, month),
    letter: letterOf(profile, kind, scope),
  };
}
