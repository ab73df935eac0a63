import type { Profile } from "../../../models/profile.ts";
import { KIND_NAMES, type ReportKind } from "../../../models/report-kind.ts";
import { scopeOfKey } from "../../../models/report-scope.ts";
import { type Text, text } from "../../../models/text.ts";
import { subjectOf } from "../../../reports/titles.ts";
import type { IssuedReport } from "../../db/issued-report.ts";
import { eventOf } from "./shown-report.ts";

/** What a report is about: a part of the place, an event of an enterprise, or a report that it corrects, which is one of `all`. */
export function aboutOf(
  profile: Profile,
  all: readonly IssuedReport[],
  { kind, scope }: Pick<IssuedReport, "kind" | "scope">,
): Text {
  if (kind === "flash") {
    const [code = "", event = "", on = ""] = eventOf(scope).split("/");
    const name = profile.eventKinds.find((one) => one.code === event)?.name ?? text(event, event);
    return text(`${code} ${name.zh}（${on}）`, `${code} ${name.en} (${on})`);
  }
  if (kind !== "correction") return subjectOf(profile, scopeOfKey(scope));
  const original = all.find(({ id }) => scope === `report:${id}`);
  return original ? KIND_NAMES[original.kind as ReportKind] : text("", "");
}
