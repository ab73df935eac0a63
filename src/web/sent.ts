import { z } from "zod";

/** More persons than any enterprise has. */
const MOST = 10_000_000;

/** A number of persons, as a form writes it or a program. */
export const PERSONS_SENT = z.union([
  z.int().min(0).max(MOST),
  z
    .string()
    .regex(/^\d{1,8}$/)
    .transform(Number)
    .pipe(z.int().max(MOST)),
]);

/** One that may be left out: forms send such a field empty. */
export const MAYBE_PERSONS_SENT = z
  .union([z.literal("").transform(() => null), PERSONS_SENT])
  .optional()
  .transform((value) => value ?? null);

export const DAY_SENT = z.iso.date();
export const MAYBE_DAY_SENT = z
  .union([z.literal(""), DAY_SENT])
  .optional()
  .transform((day) => day || null);
