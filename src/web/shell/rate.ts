import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { SHELL_LIMITS } from "./limits.ts";
import { tooMany } from "./problems.ts";

const MINUTE = 60_000;

const limiter = (limit: number, keyOf: (request: Request) => string): RequestHandler =>
  rateLimit({
    windowMs: MINUTE,
    limit,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator: keyOf,
    handler: (_request, _response, next) => next(tooMany()),
  });

/** An IPv6 subscriber has a whole network of addresses: it counts as one. */
export const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? "");

export const perAddress = (): RequestHandler => limiter(SHELL_LIMITS.perAddress.value, addressOf);

export const proofsPerAddress = (): RequestHandler => limiter(SHELL_LIMITS.proofs.value, addressOf);

/** Requests of one person over all their sessions, addresses and tokens. */
export const perPerson = (personOf: (request: Request) => number | null): RequestHandler => {
  const limit = limiter(SHELL_LIMITS.perPerson.value, (request) => String(personOf(request)));
  return (request, response, next) => (personOf(request) === null ? next() : limit(request, response, next));
};
