import { type DestinationStream, type Logger, pino } from "pino";

/** What is written of a request: never its address line, headers or body, where secrets stand. */
export interface RequestLine {
  readonly request: string;
  readonly method: string;
  /** As the route table writes it, with ":secret" in place of the secret. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly address: string;
  readonly person: number | null;
  /** Code of the problem that was answered. */
  readonly problem?: string;
}

export interface Log {
  request(line: RequestLine): void;
  /** A fault of ours, or of the world around, behind an answer. */
  fault(request: string, error: unknown): void;
}

export function logTo(stream: DestinationStream): Log {
  const logger: Logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return {
    request: (line) => logger.info(line, "request"),
    fault: (request, error) => logger.error({ request, err: error instanceof Error ? error : String(error) }, "fault"),
  };
}
