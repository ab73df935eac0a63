import type { Action } from "../../../models/rights/actions.ts";
import type { Role } from "../../../models/rights/roles.ts";

/** The rights once more, read from a role's side: whoever changes one has to change it here as well, knowingly. */
export const CELLS: Readonly<Record<Role, string>> = {
  regulator: `department: read-report read-enterprise read-finances read-alerts read-cases acknowledge assign case-step close-case
    rate-alert pause-alerts report-event read-data import review-import export; all: own-account`,
  office: `all: read-report read-enterprise read-finances read-alerts read-cases acknowledge assign case-step close-case rate-alert
    pause-alerts report-event read-data import review-import accept-import export review-report issue-report preview-thresholds review-thresholds
    read-routes manage-routes reveal-address own-account`,
  analyst: `all: read-report read-enterprise read-finances read-alerts read-cases read-data import export review-report preview-thresholds
    edit-thresholds review-thresholds own-account`,
  specialist: `assigned: read-enterprise read-finances read-alerts read-cases acknowledge case-step rate-alert report-event;
    all: own-account`,
  township: `region: read-report read-enterprise read-alerts read-cases report-event read-data import review-import export; all: own-account`,
  administrator: "all: manage-channels manage-people read-metrics own-account",
  auditor: "all: read-audit own-account",
  "security-officer": "all: grant-rights manage-security own-account",
};

/** The scope a role has for an action by the text above; "none" when it does not name it. */
export function expectedScope(role: Role, action: Action): string {
  const parts = CELLS[role].split(";").map((part) => part.split(":").map((side) => side.trim()));
  const named = parts.find(([, actions]) => actions!.split(/\s+/).includes(action));
  return named?.[0] ?? "none";
}
