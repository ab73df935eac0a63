import { defineConfig } from "vitest/config";

/** The fault tests at full length; `npm test` runs them in short. */
export default defineConfig({
  test: {
    include: ["test/faults/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    env: { FAULTS: "long" },
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
