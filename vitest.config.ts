import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/data/**", "test/browser/**", "node_modules/**"],
    globalSetup: ["test/global-setup.ts"],
    sequence: { shuffle: true },
    // One process a core goes through the files; each keeps its embedded database.
    maxWorkers: availableParallelism(),
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
