import { writeFileSync } from "node:fs";
import { afterAll, describe, test } from "vitest";
import { clientEnvironment } from "../../../src/interception/client-environment.js";
import { type Client, galleryClients } from "./client.js";
import { inOrder, type RunOptions, runClient, versionOf } from "./run-client.js";
import { LAST_RUN_FILE, type LastRun, lastRuns, seenOf } from "./seen.js";

// Writes examples/clients/last-run.json (npm run gallery). What cannot be run here keeps what was found out elsewhere.

const clients = galleryClients();
const before = lastRuns();
const found: Record<string, LastRun> = {};

const JAVA = "JAVA_TOOL_OPTIONS";
const { proxyVariables, trustVariables } = variablesOfExec();
/** What hears of a started stream would wait for ever for one that it could not start. */
const SOON = 20_000;
/** A proxy that there is not: whoever takes it reaches nobody, and so never Zoom itself. */
const NOWHERE = "http://127.0.0.1:9";

afterAll(() => {
  const runs = clients.flatMap(({ name }) => {
    const run = found[name] ?? before[name];
    return run ? [[name, run] as const] : [];
  });
  writeFileSync(LAST_RUN_FILE, `${JSON.stringify(Object.fromEntries(runs), null, 2)}\n`);
});

describe.each(clients.map((client) => [client.name, client] as const))("the client %s", (name, client) => {
  test("is run, and how it comes to the mock is found out", { timeout: 600_000 }, async ({ skip }) => {
    const version = await versionOf(client);
    if (version === undefined) return skip("its tool is not on this machine");
    const { requests } = await runClient(client, { flags: client.runs[0]?.flags ?? [] });
    const proxy = client.ways.includes("proxy") ? await proxyOf(client) : null;
    // Java is told of both by one.
    const trust = proxy === null || proxy === JAVA ? [] : await trustOf(client);
    found[name] = { version, ...seenOf(requests), proxy, trust };
  });
});

/** Which variable it takes the proxy from: with that one alone right, it arrives. */
async function proxyOf(client: Client): Promise<string> {
  for (const name of proxyVariables) {
    const others = proxyVariables.filter((other) => other !== name).map((other) => [other, nowhere(other)]);
    if (await arrives(client, { environment: Object.fromEntries(others) })) return name;
  }
  throw new Error(`None of ${proxyVariables.join(", ")} is enough alone. Look at how the client finds its way.`);
}

/** Which of the variables are enough alone for it to trust the mock, by halves. */
async function trustOf(client: Client, names: readonly string[] = trustVariables): Promise<string[]> {
  const others = trustVariables.filter((name) => !names.includes(name));
  if (!(await arrives(client, { without: others }))) return [];
  if (names.length === 1) return [...names];
  const half = Math.ceil(names.length / 2);
  return [...(await trustOf(client, names.slice(0, half))), ...(await trustOf(client, names.slice(half)))];
}

/** Whether it does all that it should, without Node being told to connect elsewhere. */
async function arrives(client: Client, options: Omit<RunOptions, "flags">): Promise<boolean> {
  const { flags = [], prints = [] } = client.runs[0] ?? {};
  const without = ["NODE_OPTIONS", ...(options.without ?? [])];
  const { lines } = await runClient(client, { ...options, flags, without, timeout: SOON }).catch(() => ({ lines: [] }));
  return inOrder(lines, prints).length === prints.length;
}

const nowhere = (variable: string): string =>
  variable === JAVA ? "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9" : NOWHERE;

/** What exec sets that names the proxy, and what names the authority. */
function variablesOfExec() {
  const files = { authority: "/TRUST", pem: "/TRUST", java: "/TRUST", php: "/TRUST", wget: "/TRUST" };
  const access = { url: "", https: null, proxy: "http://proxy:1", hosts: [], offline: false, certificate: "" };
  const variables = Object.entries(clientEnvironment(access, files, {}, "").variables);
  const naming = (part: string) => variables.filter(([, value]) => value.includes(part)).map(([name]) => name);
  return {
    proxyVariables: [...naming("http://proxy:1"), ...naming("-Dhttps.proxyHost=proxy")],
    trustVariables: naming("/TRUST").filter((name) => name !== JAVA),
  };
}
