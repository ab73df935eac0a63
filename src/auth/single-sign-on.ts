import * as oidc from "openid-client";
import { isLocal } from "./local-address.ts";

export interface SsoConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What has to be kept while somebody is at the provider. */
export interface SsoStart {
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SsoIdentity {
  /** Issuer and subject: what an account is tied to. Never the mail address, which can be given to somebody else. */
  readonly subject: string;
  /** Whether the provider says that it asked for more than one factor (RFC 8176). */
  readonly secondFactor: boolean;
}

export interface SingleSignOn {
  begin(backTo: string): Promise<SsoStart>;
  /** Throws when the answer is not one to this start, or not the provider's. */
  finish(answer: URL, start: Omit<SsoStart, "address">): Promise<SsoIdentity>;
}

/** OpenID Connect by authorisation code with PKCE. The provider is asked what it is on first use, and again after a failure. */
export function singleSignOn({ issuer, clientId, clientSecret }: SsoConfig): SingleSignOn {
  let known: Promise<oidc.Configuration> | null = null;
  const provider = (): Promise<oidc.Configuration> => {
    known ??= discover(new URL(issuer), clientId, clientSecret).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    begin: async (backTo) => start(await provider(), backTo),
    finish: async (answer, expected) => identity(await provider(), answer, expected),
  };
}

/** Plain http is for a provider on this machine only. */
function discover(issuer: URL, clientId: string, clientSecret: string): Promise<oidc.Configuration> {
  const execute = isLocal(issuer.hostname) ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_S });
}

const TIMEOUT_S = 10;

async function start(provider: oidc.Configuration, backTo: string): Promise<SsoStart> {
  const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: backTo,
    scope: "openid",
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  });
  return { address: address.href, state, nonce, verifier };
}

async function identity(
  provider: oidc.Configuration,
  answer: URL,
  { state, nonce, verifier }: Omit<SsoStart, "address">,
): Promise<SsoIdentity> {
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
  const claims = (await oidc.authorizationCodeGrant(provider, answer, checks)).claims();
  if (!claims) throw new TypeError("the provider answered without an id token");
  const { amr } = claims;
  return { subject: `${claims.iss}|${claims.sub}`, secondFactor: Array.isArray(amr) && amr.includes("mfa") };
}
