import { z } from "zod";

/** 预警编号. */
const NUMBER = z.string().regex(/^YJ[\d-]{5,20}$/);

/** An alert below its enterprise, whose rights decide, or of the whole place. */
export const OF_ENTERPRISE = { code: z.string().max(64), number: NUMBER };
export const OF_PLACE = { number: NUMBER };

/** Where an alert's page stands; what is done about it stands below. */
export const alertPath = ({
  kind,
  code,
  number,
}: {
  readonly kind: "enterprise" | "place";
  readonly code: string;
  readonly number: string;
}): string =>
  kind === "place" ? `/place/alerts/${number}` : `/enterprises/${encodeURIComponent(code)}/alerts/${number}`;
