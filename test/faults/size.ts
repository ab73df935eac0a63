/** The size of a fault test: in full with `npm run test:faults`, else in short. */
export const sized = (short: number, long: number): number => (process.env.FAULTS === "long" ? long : short);
