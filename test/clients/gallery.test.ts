import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { SEEDS } from "../support/seeds.js";
import { type Client, galleryClients } from "./gallery/client.js";
import { inOrder, runClient, versionOf } from "./gallery/run-client.js";
import { lastRuns, seenOf } from "./gallery/seen.js";

const clients = galleryClients();
const found = lastRuns();
const run = new Set<string>();
const skipped = new Set<string>();

const SLOW = { timeout: 150_000 };
const WITHOUT_OTHER_WAYS = { proxy: ["NODE_OPTIONS"], register: ["HTTPS_PROXY", "https_proxy", "http_proxy"] };

afterAll(() => {
  const names = skipped.size > 0 ? ` (${[...skipped].join(", ")})` : "";
  console.log(`Clients: ${run.size} run, ${skipped.size} skipped${names}.`);
});

describe.each(clients.map((client) => [client.name, client] as const))("the client %s", (name, client) => {
  test.for(client.runs)(
    "does as expected, unmodified, with flags $flags",
    SLOW,
    async ({ flags, prints }, { skip }) => {
      if (await isMissing(client)) skip("its tool is not on this machine, or too old");
      const { lines, requests, deliveries } = await runClient(client, { flags });
      run.add(name);
      expect(inOrder(lines, prints)).toEqual(prints);
      expect(found[name]).toMatchObject(seenOf(requests));
      expect(deliveries.map(({ event, status }) => [event, status])).toEqual(
        (client.receives ?? []).map((event) => [event, "delivered"]),
      );
    },
  );

  test.for(client.ways.length > 1 ? client.ways : [])("comes by the way %s alone", SLOW, async (way, { skip }) => {
    if (await isMissing(client)) skip("its tool is not on this machine, or too old");
    const { flags = [], prints = [] } = client.runs[0] ?? {};
    const { lines } = await runClient(client, { flags, without: WITHOUT_OTHER_WAYS[way] });
    expect(inOrder(lines, prints)).toEqual(prints);
  });

  test("shows its traps", () => {
    const printed = client.runs.flatMap(({ prints }) => prints);
    for (const { seen } of client.traps) expect(printed).toContain(seen);
  });
});

async function isMissing(client: Client): Promise<boolean> {
  const missing = (await versionOf(client)) === undefined;
  if (missing) skipped.add(client.name);
  return missing;
}

test("the lines of the pages stand there word for word, with an id and without", () => {
  const script = readFileSync(new URL("../../examples/clients/curl-seeds/live-stream.sh", import.meta.url), "utf8");
  for (const { curl } of SEEDS) {
    expect(script.split("\n")).toContain(curl);
    expect(script.split("\n")).toContain(curl.replace(/:(meeting|webinar)Id/, "68423085"));
  }
});

test("newman sends the form of the page's Postman item", () => {
  const file = new URL("../../examples/clients/newman/live-stream.postman_collection.json", import.meta.url);
  const { item } = JSON.parse(readFileSync(file, "utf8")) as { item: { request: { body: { formdata: object[] } } }[] };
  const fields = SEEDS[0]?.fields.map(({ key, value }) => ({ key, value }));
  expect(item[0]?.request.body.formdata).toMatchObject(fields ?? []);
});

test("most clients are run", () => {
  expect(run.size).toBeGreaterThan(9);
});
