import { z } from "zod";

/** A case below its enterprise, whose rights decide. */
export const ONE = { code: z.string().max(64), number: z.string().regex(/^AJ[\d-]{5,20}$/) };
