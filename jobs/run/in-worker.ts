import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** Threads that have done their work, by script: kept, because a warm one is several times faster than a new one. */
const idle = new Map<string, Worker[]>();

/** Whether a worker's script is there: it is in a build, and is not where the source runs by itself, as in tests. */
export const hasWorker = (script: URL): boolean => existsSync(fileURLToPath(script));

/**
 * Hands a task to a thread running `script` and resolves to its one answer. The script answers `{ result }` or `{ error }`.
 * An idle thread does not keep the process alive.
 */
export async function inWorker<T>(script: URL, task: unknown): Promise<T> {
  const kept = idle.get(script.href) ?? [];
  idle.set(script.href, kept);
  const worker = kept.pop() ?? new Worker(script);
  worker.ref();
  const result = await answerOf<T>(worker, task);
  worker.unref();
  kept.push(worker);
  return result;
}

function answerOf<T>(worker: Worker, task: unknown): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onMessage = ({ result, error }: { result: T; error?: unknown }) =>
      settle(() => (error === undefined ? resolve(result) : reject(error)));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) => onError(new Error(`a thread ended with ${code} before its work was done`));
    const settle = (act: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}
