import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that look at the pages with a real headless Chromium. */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    include: ["test/browser/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
