import type { ApplicationRecord } from "../record.ts";

/** An application on record; its enterprise stands beside it. */
export type Application = Omit<ApplicationRecord, "code" | "publishedOn">;

/** One that was not refused or taken back: people and money of it count. */
export const stands = ({ outcome }: Pick<Application, "outcome">): boolean =>
  outcome !== "refused" && outcome !== "withdrawn";
