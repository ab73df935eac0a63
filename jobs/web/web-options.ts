import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { type SingleSignOn, singleSignOn } from "../../src/auth/single-sign-on.ts";
import { chartScript } from "../../src/chart-script.ts";
import type { Environment } from "../../src/config.ts";
import type { WebOptions } from "../../src/web/options.ts";
import { standings } from "../../src/web/overview/standing.ts";
import type { CommandContext } from "../commands/command.ts";
import type { Session } from "../session.ts";
import { openSender } from "../tick.ts";
import { deskOf } from "./desk.ts";
import { intakeDeskOf } from "./intake-desk.ts";
import { notifyDeskOf } from "./notify-desk.ts";
import { reportDeskOf } from "./report-desk.ts";

/** What the pages need besides the address they are served on. */
export type Served = Omit<WebOptions, "origin" | "behindProxy">;

export async function webOptions(
  { db, profile }: Session,
  context: Pick<CommandContext, "environment" | "where" | "clock" | "say" | "signal">,
): Promise<Served> {
  const { environment, clock } = context;
  const { keys, channels } = await openSender(context);
  const pages = {
    chartScript,
    standingOf: standings(profile),
    desk: deskOf({ db, profile, clock }),
    reports: reportDeskOf(profile),
    intake: intakeDeskOf({ db, profile, clock }),
    notify: notifyDeskOf({ profile, clock, keys, channels, file: environment.channels, secret: environment.secret }),
  };
  return { db, profile, ...pages, keys, sso: configuredSso(environment), clock, log: process.stderr };
}

function configuredSso({ sso: { issuer, client, secret } }: Environment): SingleSignOn | null {
  const given = [issuer, client, secret].filter((value) => value !== undefined);
  if (given.length === 0) return null;
  if (issuer && client && secret && URL.canParse(issuer))
    return singleSignOn({ issuer, clientId: client, clientSecret: secret });
  throw new Problem(
    "usage",
    "sso-incomplete",
    text("单点登录的配置不完整或有误。", "Single sign-on is not configured whole."),
    text(
      "请同时设置 WENGANG_OIDC_ISSUER（网址）、WENGANG_OIDC_CLIENT、WENGANG_OIDC_SECRET，或都不设置。",
      "Set WENGANG_OIDC_ISSUER (an address), WENGANG_OIDC_CLIENT and WENGANG_OIDC_SECRET together, or none of them.",
    ),
  );
}
