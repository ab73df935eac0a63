import { widthOf } from "./column-shares.ts";
import { SIZES, TYPE_WIDTH_MM } from "./page-geometry.ts";

const LARGEST = 36;

/** Size of the red head in points; the standard leaves it open: as large as stands on one line. */
export const issuerSize = (issuer: string): number =>
  Math.max(SIZES.title, Math.min(LARGEST, Math.floor(((TYPE_WIDTH_MM / 25.4) * 72) / widthOf(issuer))));
