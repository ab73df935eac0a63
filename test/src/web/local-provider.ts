import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Context } from "oidc-provider";

/** A real provider of OpenID Connect on this machine, where whoever comes is who `who` says. */
export interface LocalProvider {
  readonly issuer: string;
  /** Who signs in next, and by what (RFC 8176). */
  readonly who: { account: string; ways: readonly string[] };
  /** Goes through the provider's pages as a browser would; resolves to where it leads back. */
  visit(address: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT = { clientId: "wengang", clientSecret: "a-secret-of-the-tests" };

export async function localProvider(backTo: string): Promise<LocalProvider> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const who = { account: "nobody", ways: [] as readonly string[] };
  const provider = new Provider(issuer, settings(backTo));
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url!.startsWith("/interaction/")) return answer(request, response);
    const login = { accountId: who.account, amr: [...who.ways] };
    provider.interactionFinished(request, response, { login }).catch((error) => response.destroy(error));
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer, who, visit: (address) => visit(issuer, address), close };
}

function settings(backTo: string) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [backTo] }],
    claims: { openid: ["sub", "amr"] },
    cookies: { keys: ["test"] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "test", use: "sig", alg: "RS256" }] },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: grantFor,
  };
}

/** Everybody has agreed that we learn who they are. */
async function grantFor({ oidc }: Context & { readonly oidc: { readonly provider: Provider } }) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope("openid");
  await grant.save();
  return grant;
}

async function visit(issuer: string, address: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let at = address; ; ) {
    if (!at.startsWith(issuer)) return at;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split("; ")[0]!.split("=") as [string, string];
      jar.set(name, value);
    }
    const next = response.headers.get("location");
    if (next === null) throw new Error(`the provider stays at ${at}: ${response.status} ${await response.text()}`);
    at = new URL(next, issuer).href;
  }
}
