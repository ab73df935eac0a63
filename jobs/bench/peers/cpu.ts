/**
 * Microseconds of processor time this process has used. What a core costs, whatever else the machine does meanwhile;
 * the peers' scripts count the same. Compiling and garbage collection on other threads are in it, to our cost.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
