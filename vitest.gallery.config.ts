import { defineConfig } from "vitest/config";

// The gallery's own run (`npm run gallery`): how each client of examples/clients comes to the mock.
export default defineConfig({
  test: { include: ["test/clients/gallery/*.gallery.ts"], globalSetup: "test/support/build.ts" },
});
