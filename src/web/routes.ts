import { accountRoutes } from "./account/account-routes.ts";
import { factorRoutes } from "./account/factor-routes.ts";
import { tokenRoutes } from "./account/token-route.ts";
import { alertRoutes } from "./alerts/alert-routes.ts";
import { auditRoutes } from "./audit/audit-routes.ts";
import { caseRoutes } from "./cases/case-routes.ts";
import { channelRoutes } from "./channels/channel-routes.ts";
import { dataRoutes } from "./data/data-routes.ts";
import { uploadRoutes } from "./data/upload-routes.ts";
import { enterpriseRoutes } from "./enterprise/enterprise-routes.ts";
import { atomRoute } from "./feeds/atom-route.ts";
import { calendarRoute } from "./feeds/calendar-route.ts";
import { groupRoutes } from "./groups/group-routes.ts";
import { liveRoutes } from "./live/live-routes.ts";
import { machineRoutes } from "./machine/machine-routes.ts";
import { openapiRoutes } from "./openapi/openapi-routes.ts";
import type { WebOptions } from "./options.ts";
import { overviewRoutes } from "./overview/overview-routes.ts";
import { pauseRoutes } from "./pauses/pause-routes.ts";
import { peopleRoutes } from "./people/people-routes.ts";
import { recipientRoutes } from "./people/recipient-routes.ts";
import { policyRoutes } from "./policies/policy-routes.ts";
import { reportListRoutes } from "./reports/list-routes.ts";
import { oneReportRoutes } from "./reports/one-report-routes.ts";
import { rightsRoutes } from "./rights/rights-routes.ts";
import type { Route } from "./route.ts";
import { routingRoutes } from "./routing/routing-routes.ts";
import { scorecardRoutes } from "./scorecard/scorecard-routes.ts";
import { securityRoutes } from "./security/security-routes.ts";
import type { Metrics } from "./shell/metrics.ts";
import { browserLinkRoutes } from "./sign-in/browser-link-route.ts";
import { codeRoutes } from "./sign-in/code-route.ts";
import { enrolRoutes } from "./sign-in/enrol-route.ts";
import { newPasswordRoutes } from "./sign-in/new-password-route.ts";
import { passwordLinkRoutes } from "./sign-in/password-link-route.ts";
import { passwordRoutes } from "./sign-in/password-route.ts";
import { setUpRoutes } from "./sign-in/set-up-route.ts";
import { signOutRoutes } from "./sign-in/sign-out-route.ts";
import { ssoRoutes } from "./sign-in/sso-route.ts";
import { waitingRoutes } from "./sign-in/waiting-route.ts";
import { thresholdRoutes } from "./thresholds/threshold-routes.ts";

/** The route table: every address this service answers, with who may and what may be sent. Nothing is served past it. */
export function routes(options: WebOptions, metrics: Metrics): readonly Route[] {
  const services = { ...options, metrics };
  const all: readonly Route[] = [
    ...overviewRoutes(options, () => all),
    ...groupRoutes(options),
    ...alertRoutes(options),
    ...pauseRoutes(options),
    ...caseRoutes(options),
    ...enterpriseRoutes(options),
    ...reportListRoutes(options),
    ...oneReportRoutes(options),
    calendarRoute(options),
    atomRoute(options),
    ...policyRoutes(options),
    ...scorecardRoutes(options),
    ...thresholdRoutes(options),
    ...uploadRoutes(options),
    ...dataRoutes(options),
    ...peopleRoutes(options),
    ...rightsRoutes(options),
    ...securityRoutes(options),
    ...recipientRoutes(options),
    ...routingRoutes(options),
    ...channelRoutes(options),
    ...auditRoutes(options),
    ...liveRoutes(options),
    ...openapiRoutes(() => all),
    ...passwordRoutes(services),
    ...codeRoutes(services),
    ...enrolRoutes(services),
    ...newPasswordRoutes(services),
    ...waitingRoutes(services),
    ...ssoRoutes(services),
    ...setUpRoutes(services),
    ...passwordLinkRoutes(services),
    ...browserLinkRoutes(services),
    ...signOutRoutes(services),
    ...accountRoutes(services),
    ...tokenRoutes(services),
    ...factorRoutes(services),
    ...machineRoutes(options, metrics),
  ];
  return all;
}
