import { Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  seen(method: string, route: string, status: number, seconds: number): void;
  proof(kind: "password" | "code", outcome: string): void;
  /** In Prometheus' text form. */
  text(): Promise<string>;
  readonly type: string;
}

/** A registry of its own, so that two services in one process do not count each other. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: "wengang_request_seconds",
    help: "Requests by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const proofs = new Counter({
    name: "wengang_proofs_total",
    help: "Passwords and codes shown, by outcome",
    labelNames: ["kind", "outcome"],
    registers,
  });
  new Gauge({
    name: "wengang_memory_bytes",
    help: "Resident memory of the process",
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return {
    seen: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    proof: (kind, outcome) => proofs.inc({ kind, outcome }),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}
