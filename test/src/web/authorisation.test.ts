import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskOf } from "../../../jobs/web/desk.ts";
import { intakeDeskOf } from "../../../jobs/web/intake-desk.ts";
import { reportDeskOf } from "../../../jobs/web/report-desk.ts";
import type { Action } from "../../../models/rights/actions.ts";
import { ROLES, type Role } from "../../../models/rights/roles.ts";
import { singleSignOn } from "../../../src/auth/single-sign-on.ts";
import type { Db } from "../../../src/db/db.ts";
import { disablePerson } from "../../../src/db/people/person.ts";
import { openMemory } from "../../../src/db/pglite.ts";
import { webApp } from "../../../src/web/app.ts";
import type { WebOptions } from "../../../src/web/options.ts";
import { standings } from "../../../src/web/overview/standing.ts";
import type { Route } from "../../../src/web/route.ts";
import { routes } from "../../../src/web/routes.ts";
import { makeMetrics } from "../../../src/web/shell/metrics.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { isExpected, isLetIn, OWN, placeRelations, type Relation, reaches, type Standing } from "./matrix.ts";
import { notifying } from "./notifying.ts";
import { type Client, client, person, type Service, serve, signedIn, withToken } from "./service.ts";

const ALL_ROLES = Object.keys(ROLES) as Role[];
const STANDINGS: readonly Standing[] = [
  "full",
  "first-factor",
  "waiting",
  "ended",
  "disabled",
  "token-read",
  "token-change",
  "token-over",
];
/** Routes that one person asks for: at most 8 enterprises and 2 requests each, which stays below 300 a minute. */
const TURN = 15;
/** Changes that one person asks for, three times each, for the same reason. */
const FORMS_OF_ONE = 80;
/** What each group of fields takes, said a second time. */
const FIELDS: Readonly<Record<string, Action>> = {
  identity: "read-enterprise",
  employment: "read-enterprise",
  judgement: "read-alerts",
  specialist: "read-cases",
  finances: "read-finances",
  history: "read-enterprise",
  versions: "read-enterprise",
  events: "read-enterprise",
  plans: "read-enterprise",
  alerts: "read-alerts",
  why: "read-alerts",
  peers: "read-alerts",
  cases: "read-cases",
  support: "read-finances",
};

/** The same browser for as long as it keeps its session: some requests end it. */
function signedInStill(signIn: () => Promise<Client>): () => Promise<Client> {
  let browser: Client | null = null;
  return async () => {
    if (!browser?.jar.has("__Host-session")) browser = await signIn();
    return browser;
  };
}

describe("the authorisation matrix", () => {
  let db: Db;
  let service: Service;
  let table: readonly Route[];
  let relations: Relation[];
  const cells = { asked: 0, unexpected: [] as string[] };
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 20, 14);
    const { run } = await runOn(db, last);
    relations = await placeRelations(db, run.id);
    // A provider that is not there: its routes are in the table, and what they answer is not a refusal of ours.
    const sso = singleSignOn({ issuer: "http://127.0.0.1:1", clientId: "w", clientSecret: "s" });
    service = await serve(db, { sso });
    table = routes({ ...optionsOf(service), sso }, makeMetrics());
  });
  afterAll(async () => {
    console.log(`authorisation matrix: ${cells.asked} cells, ${cells.unexpected.length} unexpected`);
    await service?.close();
    await db?.close();
  });

  const optionsOf = ({ keys, origin }: Service): WebOptions => ({
    ...{ db, profile: wushan, keys, origin, behindProxy: true, sso: null },
    ...{
      standingOf: standings(wushan),
      chartScript: () => "",
      desk: deskOf({ db, profile: wushan, clock: () => service.clock.now }),
      reports: reportDeskOf(wushan),
      notify: notifying(keys, () => service.clock.now),
      intake: intakeDeskOf({ db, profile: wushan, clock: () => service.clock.now }),
    },
    ...{ clock: () => service.clock.now, log: { write: () => {} } },
  });

  async function arrive(role: Role, standing: Standing): Promise<() => Promise<Client>> {
    const rights = standing === "waiting" ? "waiting" : "granted";
    const made = await person(service, role, { ...OWN, rights });
    if (standing === "full" || standing === "waiting") return signedInStill(() => signedIn(service, made));
    if (standing === "token-read" || standing === "token-change") {
      const program = await withToken(service, made, standing === "token-read" ? "read" : "change");
      return async () => program;
    }
    return async () => {
      const browser =
        standing === "token-over" ? await withToken(service, made, "change") : await signedIn(service, made);
      if (standing === "first-factor")
        await db.query("update session set second_factor = false where person_id = $1", [made.id]);
      if (standing === "ended")
        await db.query("update session set ended_at = created_at where person_id = $1", [made.id]);
      if (standing === "token-over")
        await db.query("update api_token set ends_at = created_at where person_id = $1", [made.id]);
      if (standing === "disabled") await disablePerson(db, made.id, service.clock.now);
      return browser;
    };
  }

  const pathOf = ({ path }: Route, code: string) => path.replace(":code", code).replace(/:\w+/g, "1");
  const relationsOf = ({ rule }: Route) => ("right" in rule && rule.over === "enterprise" ? relations : [null]);

  function note(what: string, found: boolean, expected: boolean): void {
    cells.asked++;
    if (found !== expected) cells.unexpected.push(`${what}: ${found ? "let in" : "refused"}, expected otherwise`);
  }

  const shown = new WeakMap<Client, { readonly cookies: string; readonly token: string }>();

  /** The token of the form that this browser was shown last; its cookies being others, it is shown another. */
  async function shownToken(browser: Client): Promise<string> {
    const cookies = () => [...browser.jar].join();
    const last = shown.get(browser);
    if (last?.cookies === cookies()) return last.token;
    const token = /name="csrf" value="([^"]*)"/.exec((await browser.get("/sign-in")).text)?.[1] ?? "";
    shown.set(browser, { cookies: cookies(), token });
    return token;
  }

  /** Asks as a page would. */
  async function ask(browser: Client, route: Route, code: string): Promise<boolean> {
    const path = pathOf(route, code);
    const answer = await (route.method === "get"
      ? browser.get(path)
      : browser.post(path, { csrf: await shownToken(browser) }));
    return isLetIn(route, answer, service.lines.at(-1)!);
  }

  it.each([null, ...ALL_ROLES])(
    "lets %s in where the table of rights says so and nowhere else",
    { timeout: 360_000 },
    async (role) => {
      for (const standing of role === null ? (["nobody"] as const) : STANDINGS) {
        let come = async () => client(service);
        for (const [i, route] of table.entries()) {
          if (role !== null && i % TURN === 0) come = await arrive(role, standing as Standing);
          for (const relation of relationsOf(route)) {
            const what = `${role} ${standing} ${route.method} ${route.path} ${JSON.stringify(relation)}`;
            const letIn = await ask(await come(), route, relation?.code ?? "");
            note(what, letIn, isExpected(route, role, standing, relation));
          }
        }
      }
      expect(cells.unexpected).toEqual([]);
    },
  );

  it.each(ALL_ROLES)("shows %s no field of no enterprise beyond its rights", async (role) => {
    for (const standing of ["full", "token-read", "token-change"] as const) {
      const browser = await (await arrive(role, standing))();
      const listed = JSON.parse((await browser.get("/api/alerts")).text) as {
        alerts?: { code: string; specialist?: string }[];
      };
      for (const relation of relations) {
        const alert = listed.alerts?.find(({ code }) => code === relation.code);
        note(`${role} alert ${relation.code}`, alert !== undefined, reaches(role, "read-alerts", relation));
        note(
          `${role} alert's specialist`,
          alert?.specialist !== undefined,
          reaches(role, "read-alerts", relation) && reaches(role, "read-cases", relation),
        );
        const sheet = JSON.parse((await browser.get(`/api/enterprises/${relation.code}`)).text) as Record<
          string,
          unknown
        >;
        for (const [field, action] of Object.entries(FIELDS)) {
          const expected = reaches(role, "read-enterprise", relation) && reaches(role, action, relation);
          note(`${role} ${standing} ${field} of ${JSON.stringify(relation)}`, sheet[field] !== undefined, expected);
        }
      }
    }
    expect(cells.unexpected).toEqual([]);
  });

  it("lets no change through without the form's token, whoever asks", { timeout: 120_000 }, async () => {
    const changes = table.filter(({ method }) => method !== "get");
    const foreign = (await signedIn(service, await person(service, "office"))).formToken();
    for (const role of ALL_ROLES) {
      let browser = client(service);
      for (const [i, route] of changes.entries()) {
        if (i % FORMS_OF_ONE === 0) browser = await signedIn(service, await person(service, role, OWN));
        for (const csrf of ["", "guess", foreign]) {
          const answer = await browser.post(pathOf(route, ""), { csrf });
          note(`${role} ${route.path} with ${csrf}`, isLetIn(route, answer, service.lines.at(-1)!), false);
        }
      }
    }
    expect(cells.unexpected).toEqual([]);
  });

  it("covers every address the service answers, none of which lacks a rule", () => {
    const app = webApp(optionsOf(service)) as unknown as {
      router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
    };
    const served = app.router.stack.flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method} ${route.path}`) : [],
    );
    const declared = routes(optionsOf(service), makeMetrics()).map(({ method, path }) => `${method} ${path}`);
    expect(served).toEqual(declared);
    expect(new Set(declared).size).toBe(declared.length);
    expect(table.length * STANDINGS.length * ALL_ROLES.length, "cells without those of fields").toBeGreaterThan(2000);
    for (const { rule, method, path } of table) {
      expect(
        Object.keys(rule).some((key) => ["open", "stage", "right"].includes(key)),
        `${method} ${path}`,
      ).toBe(true);
      if ("right" in rule && rule.over === "enterprise") expect(path).toContain(":code");
      if ("open" in rule) expect(rule.open.length, `${path} says why it is open`).toBeGreaterThan(20);
    }
  });
});
