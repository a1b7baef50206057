import { builtinModules } from "node:module";

/**
 * The layers of src: who may import what. Arrows never point up, and what a row does not name is refused: express
 * anywhere but in http, `index.ts` anywhere but in cli. A new folder needs a row before it may hold a file.
 *
 * A row names folders of src (`domain/`), npm packages (`valibot`) and Node's own modules (`node:fs`, `node:*` for all).
 * Its own folder goes without saying.
 *
 * @type {Record<string, readonly string[]>}
 */
export const LAYERS = {
  "domain/": [],
  "text/": ["fastest-levenshtein", "valibot"],
  "operations/": ["domain/", "valibot"],
  "webhooks/": ["domain/", "node:crypto"],
  "interception/": ["domain/", "asn1js", "env-paths", "pkijs", "proxy-chain", "write-file-atomic", "node:*"],
  "simulator/": ["webhooks/", "operations/", "domain/", "text/", "tinyqueue", "valibot"],
  "verification/": ["simulator/", "operations/", "domain/", "text/", "valibot"],
  "stores/": ["simulator/", "domain/"],
  "fixtures/": ["operations/", "domain/", "text/", "valibot", "node:fs", "node:http", "node:path", "node:url"],
  "control/": ["verification/", "simulator/", "fixtures/", "operations/", "domain/", "text/", "valibot"],
  "openapi/": [
    ...["control/", "fixtures/", "operations/", "domain/"],
    ...["openapi-types", "valibot", "@valibot/to-json-schema"],
  ],
  "http/": [
    ...["openapi/", "control/", "simulator/", "operations/", "domain/", "text/"],
    ...["express", "multer", "prom-client", "node:*"],
  ],
  "mock/": [
    ...["http/", "control/", "fixtures/", "stores/", "simulator/", "webhooks/", "operations/", "interception/"],
    ...["domain/", "text/"],
    ...["express", "pino", "pino-pretty", "valibot", "write-file-atomic", "node:*"],
  ],
  "index.ts": [
    "contract-kit/",
    "mock/",
    "http/",
    "control/",
    "fixtures/",
    "stores/",
    "verification/",
    "simulator/",
    "webhooks/",
    "interception/",
    "test-kit/",
    "operations/",
    "domain/",
    "text/",
  ],
  "contract-kit/": [
    ...["mock/", "openapi/", "control/", "fixtures/", "simulator/", "webhooks/", "operations/", "domain/", "text/"],
    ...["@pact-foundation/pact", "@pactflow/openapi-pact-comparator", "valibot", "node:*"],
  ],
  "pact.ts": ["contract-kit/", "operations/", "domain/"],
  "test-kit/": ["mock/", "control/", "verification/", "simulator/"],
  "vitest.ts": ["test-kit/", "mock/", "control/", "vitest"],
  "jest.ts": ["test-kit/", "expect"],
  "playwright.ts": ["test-kit/", "mock/", "control/", "@playwright/test"],
  "register.ts": ["interception/", "node:worker_threads"],
  // verify-worker.ts is a program of its own; Pact runs in it alone.
  "cli/": ["index.ts", "commander", "foreground-child", "@pact-foundation/pact", "node:*"],
};

const inSrc = (target) => (target.endsWith("/") ? `^src/${target}` : `^src/${target.replace(".", "\\.")}$`);
// The bare name is what stays of a package that is not installed.
const npmPackage = (name) => `(^|node_modules/)(@types/)?${name}(/|$)`;
const nodeModule = (name) => `^(node:)?${name}$`;

function pathOf(target) {
  if (target in LAYERS) return inSrc(target);
  if (target === "node:*") return nodeModule(`(${builtinModules.join("|")})`);
  return target.startsWith("node:") ? nodeModule(target.slice("node:".length)) : npmPackage(target);
}

const layerRules = Object.entries(LAYERS).map(([layer, targets]) => ({
  name: `layer ${layer}`,
  comment: `src/${layer} may import ${["itself", ...targets].join(", ")}; see LAYERS in .dependency-cruiser.mjs.`,
  severity: "error",
  from: { path: inSrc(layer) },
  to: { pathNot: [layer, ...targets].map(pathOf) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    {
      name: "express in mock/ as a type only",
      comment: "The composition root names Express's types; only http/ runs Express.",
      severity: "error",
      from: { path: "^src/mock/" },
      to: { path: npmPackage("express"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no cycle",
      comment: "Types count too: what two files need of each other belongs into a third.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "The file or package is not there.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    {
      name: "declared dependency",
      comment:
        "What src runs stands under dependencies in package.json: whoever installs the package gets no others. A type may come from a development dependency as long as no public type needs it, which test/package/install.test.ts sees.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only", "npm-peer"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Counts `import type` as well: a type that points up is an arrow that points up.
    tsPreCompilationDeps: true,
  },
};
