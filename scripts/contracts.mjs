// Writes contracts/pacts and contracts/provider-states.json from the consumer tests and the catalogue of states.
// `--check` compares instead, byte by byte, and fails on any difference. Further arguments go to vitest.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProviderStates } from "../dist/fixtures/load-provider-states.js";
import { mergePacts } from "./merge-pacts.mjs";
import { report } from "./report.mjs";

const PROVIDER = "zoom-livestream";
const root = fileURLToPath(new URL("..", import.meta.url));
const contracts = join(root, "contracts");
const [check, args] = [process.argv.includes("--check"), process.argv.slice(2).filter((arg) => arg !== "--check")];

const pacts = pactsOfThisRun();
const states = providerStates();
const made = new Map([
  ...[...pacts].map(([file, { text }]) => [`pacts/${file}`, text]),
  ["provider-states.json", `${JSON.stringify(states, null, 2)}\n`],
]);
const problems = check ? differences() : write();
const interactions = [...pacts.values()].reduce((sum, pact) => sum + pact.interactions, 0);
report("Contracts", { pacts: pacts.size, interactions, "provider states": states.states.length }, problems);

/** Runs the consumer tests into a new folder, so that nothing of an earlier run is left in the contracts. */
function pactsOfThisRun() {
  const cache = join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "zoom-mock-pacts-"));
  try {
    const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
    const run = [vitest, "run", "--config", "vitest.contracts.config.ts", ...args];
    const env = { ...process.env, ZOOM_MOCK_PACTS: folder, PACT_DO_NOT_TRACK: "true" };
    const { status } = spawnSync(process.execPath, run, { cwd: root, env, stdio: "inherit" });
    if (status === 0) return mergePacts(folder);
    console.error("Failed to write the contracts: a consumer test failed, see above. Correct it or the kit.");
    process.exit(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The catalogue as it is published. */
function providerStates() {
  const states = [...loadProviderStates()].map(([name, { description, params }]) => ({
    name,
    description,
    params: Object.entries(params).map(([param, example]) => ({ name: param, example })),
  }));
  return { provider: PROVIDER, states };
}

function write() {
  rmSync(join(contracts, "pacts"), { recursive: true, force: true });
  mkdirSync(join(contracts, "pacts"), { recursive: true });
  for (const [file, text] of made) writeFileSync(join(contracts, file), text);
  return [];
}

function differences() {
  const folder = join(contracts, "pacts");
  const committed = existsSync(folder) ? readdirSync(folder).map((file) => `pacts/${file}`) : [];
  const files = [...new Set([...made.keys(), ...committed])].sort();
  return files.flatMap((file) => {
    const path = join(contracts, file);
    if (!made.has(file)) return [`contracts/${file}: no consumer test writes it. Run npm run contracts.`];
    if (!existsSync(path)) return [`contracts/${file}: it is missing. Run npm run contracts.`];
    if (readFileSync(path, "utf8") === made.get(file)) return [];
    return [
      `contracts/${file}: it is not what the consumer tests write. Run npm run contracts and look at the difference.`,
    ];
  });
}
