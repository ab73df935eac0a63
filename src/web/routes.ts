import { accountRoutes } from "./account/account-routes.ts";
import { factorRoutes } from "./account/factor-routes.ts";
import { tokenRoutes } from "./account/token-route.ts";
import { alertRoutes } from "./api/alert-route.ts";
import { enterpriseRoutes } from "./api/enterprise-route.ts";
import { auditRoutes } from "./audit-route.ts";
import { homeRoutes } from "./home-route.ts";
import { machineRoutes } from "./machine/machine-routes.ts";
import type { WebOptions } from "./options.ts";
import { reportRoutes } from "./reports/report-routes.ts";
import type { Route } from "./route.ts";
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

/** The route table: every address this service answers, with who may and what may be sent. Nothing is served past it. */
export function routes(options: WebOptions, metrics: Metrics): readonly Route[] {
  const services = { ...options, metrics };
  const all: readonly Route[] = [
    ...homeRoutes(() => all),
    ...reportRoutes(options),
    ...alertRoutes,
    ...enterpriseRoutes,
    ...auditRoutes(options),
    ...passwordRoutes(services),
    ...codeRoutes(services),
    ...enrolRoutes(services),
    ...newPasswordRoutes(services),
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
