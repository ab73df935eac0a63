import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests on the real public data beside the project; nothing of it is shipped. */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    include: ["test/data/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
