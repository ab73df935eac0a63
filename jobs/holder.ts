import { hostname } from "node:os";

/** Who holds a lease, for the person who finds it taken. */
export const holderName = (): string => `${process.pid}@${hostname()}`;
