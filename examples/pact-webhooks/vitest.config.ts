import { defineConfig } from "vitest/config";

// Pact tells its makers about each run, unless this is exactly "true".
process.env["PACT_DO_NOT_TRACK"] = "true";

export default defineConfig({ test: { include: ["*.test.ts"] } });
