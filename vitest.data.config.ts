import { defineConfig } from "vitest/config";

/** Tests on the real public data beside the project; nothing of it is shipped. */
export default defineConfig({
  test: { include: ["test/data/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 },
});
