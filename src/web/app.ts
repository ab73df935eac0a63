import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { formatMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { Db } from "../db/db.ts";
import { placeProfile } from "../db/place.ts";
import { reportFacts } from "../db/report.ts";
import { latestRuns, type Run } from "../db/run.ts";
import { emptyPage, withMonths } from "./pages.ts";
import { secure } from "./security.ts";

export interface WebOptions {
  readonly db: Db;
  readonly profile: Profile;
  /** A month's report as a whole page. */
  readonly pageOf: (facts: MonthlyFacts) => string;
}

/** The pages: the newest report at /, every month's at /months/YYYY-MM. Read only; it never runs a job. */
export function webApp({ db, profile, pageOf }: WebOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", "strong");
  app.get("/healthz", async (_request, response) => {
    await placeProfile(db);
    response.type("text").send("ok\n");
  });
  const show = async (request: Request, response: Response) => {
    const runs = await latestRuns(db);
    const run = chosen(runs, request.params.month);
    const facts = run && (await reportFacts<MonthlyFacts>(db, { run: run.id, kind: "monthly", scope: "" }));
    if (!run || !facts) {
      const status = request.params.month === undefined ? 200 : 404;
      return secure(response, status, emptyPage(profile, request.params.month, runs));
    }
    return secure(response, 200, withMonths(pageOf(facts), formatMonth(run.month), runs));
  };
  app.get("/", show);
  app.get("/months/:month", show);
  app.use((request, response) => secure(response, 404, emptyPage(profile, request.path.slice(1), [])));
  app.use((_error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    response
      .status(500)
      .set("Cache-Control", "no-store")
      .type("text")
      .send("暂时无法显示，请稍后重试。 Not available now; try again.\n");
  });
  return app;
}

const chosen = (runs: readonly Run[], month: string | string[] | undefined): Run | undefined =>
  month === undefined ? runs.at(-1) : runs.find((run) => formatMonth(run.month) === month);
