import type { Membership } from "./membership.ts";
import type { Panel } from "./panel.ts";

/** The panel of some of its rows, in their order: everything that counts over a panel then counts over a part. */
export function selectRows(panel: Panel, rows: Int32Array): Panel {
  const { width } = panel;
  const headcount = new Int32Array(rows.length * width);
  for (const [i, row] of rows.entries())
    headcount.set(panel.headcount.subarray(row * width, (row + 1) * width), i * width);
  const picked = <Column extends Int32Array | Uint8Array>(column: Column): Column =>
    column.slice(0, rows.length).map((_, i) => column[rows[i]!]!) as Column;
  return {
    ...{ month: panel.month, size: rows.length, width, headcount },
    enterprise: picked(panel.enterprise),
    dispatch: picked(panel.dispatch),
    dispatchBefore: picked(panel.dispatchBefore),
    hidden: picked(panel.hidden),
    firstHeadcount: picked(panel.firstHeadcount),
    industry: picked(panel.industry),
    region: picked(panel.region),
    closed: picked(panel.closed),
    transferred: picked(panel.transferred),
    transferredMonth: picked(panel.transferredMonth),
  };
}

/** The membership of the same rows. */
export const selectMembers = ({ size, desk, desks }: Membership, rows: Int32Array): Membership => ({
  size: Uint8Array.from(rows, (row) => size[row]!),
  desk: Int32Array.from(rows, (row) => desk[row]!),
  desks,
});
