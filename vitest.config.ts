import { defineConfig } from "vitest/config";

// Pact's verifier tells its makers of every run unless this says exactly so, in the environment of all workers.
process.env["PACT_DO_NOT_TRACK"] = "true";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/build.ts",
    // Programs, packages and native verifiers are started; on a busy machine that takes a while.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait for programs they start; the default leaves a core idle.
    maxWorkers: "100%",
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // Their tests start them as programs of their own, where this measure does not reach.
      exclude: ["src/cli/**", "src/register.ts"],
      reporter: [["text", { skipFull: true }], "html"],
      thresholds: { lines: 95, branches: 88, functions: 95, statements: 95 },
    },
  },
});
