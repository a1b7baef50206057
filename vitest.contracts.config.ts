import { defineConfig } from "vitest/config";

// The contracts' own run (`npm run contracts`): it loads Pact's native library. Set here and not in `test.env`, which
// threads do not pass on to it: only exactly "true" stops Pact from telling its makers about a run.
process.env["PACT_DO_NOT_TRACK"] = "true";

export default defineConfig({ test: { include: ["test/contracts/consumer/**/*.contract.ts"] } });
