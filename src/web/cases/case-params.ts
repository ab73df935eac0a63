import { z } from "zod";

export const CASE_NUMBER = z.string().regex(/^AJ[\d-]{5,20}$/);

/** A case below its enterprise, whose rights decide. */
export const ONE = { code: z.string().max(64), number: CASE_NUMBER };
