import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { deskOf } from "../../../jobs/web/desk.ts";
import { intakeDeskOf } from "../../../jobs/web/intake-desk.ts";
import { reportDeskOf } from "../../../jobs/web/report-desk.ts";
import type { Profile } from "../../../models/profile.ts";
import type { Holder } from "../../../models/rights/person.ts";
import type { Role } from "../../../models/rights/roles.ts";
import { hashPassword } from "../../../src/auth/password.ts";
import { chance, hashOf, newSecret } from "../../../src/auth/secret.ts";
import type { SingleSignOn } from "../../../src/auth/single-sign-on.ts";
import { codeAt, stepAt } from "../../../src/auth/totp.ts";
import { chartScript } from "../../../src/chart-script.ts";
import type { Db } from "../../../src/db/db.ts";
import { addPerson } from "../../../src/db/people/person.ts";
import { setPassword, setSecondFactor } from "../../../src/db/people/proof.ts";
import { startSession } from "../../../src/db/people/session.ts";
import { keepToken } from "../../../src/db/people/token.ts";
import { type Keys, parseKeys } from "../../../src/secrets/keys.ts";
import { webApp } from "../../../src/web/app.ts";
import { standings } from "../../../src/web/overview/standing.ts";
import { routes } from "../../../src/web/routes.ts";
import { formTokenOf } from "../../../src/web/shell/forms.ts";
import { makeMetrics } from "../../../src/web/shell/metrics.ts";
import { sealFor } from "../../../src/web/sign-in/second-factor.ts";
import { wushan } from "../../county.ts";
import { type Answers, answersOf } from "./answers.ts";
import { notifying } from "./notifying.ts";

export const START = Date.parse("2026-03-02T01:00:00Z");
export const SECRET = Buffer.from("12345678901234567890");
export const PASSWORD = "Lamp5-grief8-otter";

export interface Service {
  readonly db: Db;
  readonly origin: string;
  readonly keys: Keys;
  /** What was logged, a line each. */
  readonly lines: string[];
  /** The service's clock; tests turn it. */
  readonly clock: { now: number };
  readonly port: number;
  readonly answers: Answers;
  close(): Promise<void>;
}

interface ServiceOptions {
  /** Null: the address that a real browser on this machine finds it at. */
  readonly origin?: string | null;
  readonly sso?: SingleSignOn;
  readonly now?: number;
  readonly profile?: Profile;
}

/** The whole service on a port of its own, as if a proxy stood before it, so that tests come from many addresses. */
export async function serve(db: Db, options: ServiceOptions = {}): Promise<Service> {
  const server = createServer().listen(0, "127.0.0.1");
  server.keepAliveTimeout = 0; // a client on a busy machine asks after five seconds on what would be closed by then
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const { origin: given = "https://wengang.test", sso = null, profile = wushan } = options;
  const origin = given ?? `http://127.0.0.1:${port}`;
  const clock = { now: options.now ?? START };
  const lines: string[] = [];
  const keys = parseKeys(chance(32).toString("base64"), "test");
  const log = { write: (line: string) => void lines.push(line) };
  const pages = {
    chartScript,
    standingOf: standings(profile),
    desk: deskOf({ db, profile, clock: () => clock.now }),
    reports: reportDeskOf(profile),
    notify: notifying(keys, () => clock.now),
    intake: intakeDeskOf({ db, profile, clock: () => clock.now }),
  };
  const rest = { ...pages, clock: () => clock.now, log, behindProxy: true };
  const web = { db, profile, origin, keys, sso, ...rest };
  server.on("request", webApp(web));
  const answers = answersOf(routes(web, makeMetrics()));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { db, origin, keys, lines, clock, port, answers, close };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly cookies: readonly string[];
}

type Headers = Readonly<Record<string, string>>;

/** A browser with cookies, or a program with none. */
export interface Client {
  readonly jar: Map<string, string>;
  ask(method: string, path: string, body?: string | Buffer, headers?: Headers): Promise<Answered>;
  get(path: string, headers?: Headers): Promise<Answered>;
  /** Sends a form as the page shown before would: with its token. */
  post(path: string, fields?: Headers, headers?: Headers): Promise<Answered>;
  /** The form token of this browser's session, or of its form cookie. */
  formToken(): string;
}

let addresses = 0;

export function client(
  service: Service,
  address = `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`,
): Client {
  const jar = new Map<string, string>();
  const usual = { host: new URL(service.origin).host, "x-forwarded-for": address };
  const ask = async (method: string, path: string, body?: string | Buffer, headers: Headers = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent = { ...usual, ...(cookie === "" ? {} : { cookie }), ...headers };
    const answered = await send(service.port, method, path, body, sent);
    for (const line of answered.cookies) keepCookie(jar, line);
    service.answers.check(method, path, answered);
    return answered;
  };
  const prefix = service.origin.startsWith("https:") ? "__Host-" : "";
  const formToken = () => formTokenOf(jar.get(`${prefix}session`) ?? jar.get(`${prefix}form`) ?? "");
  return {
    jar,
    ask,
    formToken,
    get: (path, headers) => ask("GET", path, undefined, headers),
    post: (path, fields = {}, headers = {}) =>
      ask("POST", path, new URLSearchParams({ csrf: formToken(), ...fields }).toString(), {
        "content-type": "application/x-www-form-urlencoded",
        ...headers,
      }),
  };
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair, ...attributes] = line.split("; ");
  const at = pair!.indexOf("=");
  if (attributes.includes("Max-Age=0")) jar.delete(pair!.slice(0, at));
  else jar.set(pair!.slice(0, at), pair!.slice(at + 1));
}

const send = (
  port: number,
  method: string,
  path: string,
  body: string | Buffer | undefined,
  headers: Headers,
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const asked = request({ port, host: "127.0.0.1", method, path, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      const answer = () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
          bytes: Buffer.concat(chunks),
          cookies: response.headers["set-cookie"] ?? [],
        });
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (!response.headers["content-type"]?.startsWith("text/event-stream")) return;
        answer(); // a stream has no end: its first piece is the answer
        asked.destroy();
      });
      response.on("end", answer);
    });
    asked.on("error", reject);
    asked.end(body);
  });

let people = 0;

export interface Made {
  readonly id: number;
  readonly account: string;
}

/** Somebody with a role, a password and a second factor. */
export async function person(
  service: Service,
  role: Role,
  belongings: Partial<Holder> & { readonly ssoSubject?: string; readonly rights?: "waiting" | "granted" } = {},
): Promise<Made> {
  const { db } = service;
  const { rights = "granted", ...rest } = belongings;
  const account = `p${++people}-${role}`;
  const made = {
    account,
    name: `某${people}`,
    roles: [role],
    departments: [],
    regions: [],
    specialist: null,
    ssoSubject: null,
  };
  const id = (await addPerson(db, { ...made, ...rest }, { by: "test", rights, now: START }))!;
  await setPassword(db, id, await passwordHash(), START);
  await setSecondFactor(db, id, { sealed: sealFor(service, id, SECRET), step: 0, recovery: [] });
  return { id, account };
}

let hashed: Promise<string> | undefined;
const passwordHash = (): Promise<string> => {
  hashed ??= hashPassword(PASSWORD);
  return hashed;
};

/** A browser in which somebody is signed in, both factors shown. */
export async function signedIn(service: Service, { id }: Made): Promise<Client> {
  const browser = client(service);
  const token = newSecret();
  const session = { tokenHash: hashOf(token), person: id, way: "password", secondFactor: true } as const;
  await startSession(service.db, { ...session, address: "10.0.0.1", agent: "test" }, service.clock.now);
  browser.jar.set(service.origin.startsWith("https:") ? "__Host-session" : "session", token);
  return browser;
}

/** A program with a token of somebody's. */
export async function withToken(
  service: Service,
  { id }: Made,
  scope: "read" | "change",
): Promise<Client & { readonly token: string }> {
  const token = `wg_${newSecret()}`;
  const kept = { person: id, name: "test", scope, tokenHash: hashOf(token), lastFour: token.slice(-4) };
  await keepToken(service.db, { ...kept, endsAt: service.clock.now + 86_400_000 }, service.clock.now);
  const program = client(service);
  const bearer = { authorization: `Bearer ${token}` };
  return {
    ...program,
    token,
    ask: (method, path, body, headers) => program.ask(method, path, body, { ...bearer, ...headers }),
    get: (path, headers) => program.get(path, { ...bearer, ...headers }),
    post: (path, fields, headers) => program.post(path, fields, { ...bearer, ...headers }),
  };
}

/** The code that the authenticator app shows now. */
export const codeNow = ({ clock }: Service): string => codeAt(SECRET, stepAt(clock.now));
