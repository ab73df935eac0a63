/**
 * The header of the column by which the simulator's tables say what they are. Whoever takes one in keeps it as simulated,
 * whatever its enterprises are called; truth.csv has none, because it is never taken in.
 */
export const SIMULATED_HEADER = "模拟数据";

/** The names the simulator gives begin with this; it tells tables apart that were written before the column was there. */
const SIMULATED_NAME = "模拟";

export const isSimulatedName = (name: string | null): boolean => name?.startsWith(SIMULATED_NAME) ?? false;
