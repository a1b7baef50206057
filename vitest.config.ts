import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/build.ts",
    // Many tests wait for programs they start; the default leaves a core idle.
    maxWorkers: "100%",
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // Its tests start it as a program of its own, where this measure does not reach.
      exclude: ["src/cli/**"],
      reporter: [["text", { skipFull: true }], "html"],
      thresholds: { lines: 90, branches: 90, functions: 90, statements: 90 },
    },
  },
});
