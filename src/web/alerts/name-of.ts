import { type Asked, personOf } from "../asked.ts";

/** The name by which the register and the cases know the person. */
export function nameOf(asked: Asked<unknown>): string {
  const { name, specialist } = personOf(asked);
  return specialist ?? name;
}
