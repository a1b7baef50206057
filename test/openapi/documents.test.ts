import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeOperations, startZoomMock, type ZoomMock } from "../../src/index.js";
import { document } from "../support/contract.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

const fetched = async (path: string) => (await fetch(`${zoom.url}/__zoom${path}`)).json() as Promise<typeof document>;

test("the committed documents are what the code derives", async () => {
  const { stdout } = await run(process.execPath, ["scripts/generate-openapi.mjs", "--check"], { cwd: root });
  expect(stdout).toMatch(/looked at 2 documents, [1-9]\d* responses; all well/);
});

test("a standard linter finds nothing in them", { timeout: 60_000 }, async () => {
  const cli = "node_modules/@stoplight/spectral-cli/dist/index.js";
  const files = ["contracts/openapi.json", "contracts/control-openapi.json"];
  const { stdout } = await run(process.execPath, [cli, "lint", ...files, "--fail-severity=hint"], { cwd: root });
  expect(stdout).toContain("No results with a severity of 'hint' or higher found!");
});

describe.each(["2021", "2025"])("profile %s", (profile) => {
  test("every outcome is told with its status, evidence and source; one with a body as an example", () => {
    const { operations } = describeOperations(profile);
    const expected = operations.flatMap(({ method, path, outcomes }) =>
      outcomes.map((outcome) => ({ method, path, ...outcome })),
    );
    expect(expected.length).toBeGreaterThan(20);
    for (const { method, path, outcome, status, evidence, source, code, message } of expected) {
      const item = document.paths?.[path] as Record<string, { responses: Record<string, ResponseWithOutcomes> }>;
      const response = item[method.toLowerCase()]?.responses[status];
      expect(response?.["x-outcomes"]).toContainEqual(
        expect.objectContaining({ outcome, "x-profile": profile, "x-evidence": evidence, source }),
      );
      const example = response?.content?.["application/json"]?.examples[`${outcome}-${profile}`];
      if (code !== null)
        expect(example).toMatchObject({ "x-evidence": evidence, "x-profile": profile, value: { code } });
      if (message !== null && !message.includes("{")) {
        // OAuth has no code, and calls the message a reason.
        expect(example).toMatchObject({ value: code === null ? { reason: message } : { message } });
      }
    }
  });
});

interface ResponseWithOutcomes {
  readonly "x-outcomes": readonly object[];
  readonly content?: Record<string, { examples: Record<string, object> }>;
}

test("ids are int64, settings are JSON in a text field of the form", () => {
  const { patch } = document.paths?.["/v2/meetings/{meetingId}/livestream/status"] ?? {};
  expect(patch).toMatchObject({
    operationId: "meetingLiveStreamStatusUpdate",
    "x-rate-limit-label": "LIGHT",
    parameters: [{ name: "meetingId", schema: { type: "integer", format: "int64" } }],
    requestBody: {
      content: {
        "application/json": { schema: { properties: { settings: { type: "object" } } } },
        "multipart/form-data": {
          schema: { properties: { settings: { type: "string", contentMediaType: "application/json" } } },
        },
      },
    },
  });
});

test("a running mock serves the description of its own profile", async () => {
  const served = await fetched("/openapi.json");
  expect(Object.keys(served.paths ?? {})).toEqual(Object.keys(document.paths ?? {}));
  expect(JSON.stringify(served)).not.toContain('"x-profile":"2025"');
  expect((await fetched("/control-openapi.json")).info.title).toBe("The control API of zoom-mock");
});

test("the API page shows both, with files of the mock's own", async () => {
  const page = await (await fetch(`${zoom.url}/__zoom/docs`)).text();
  const files = [...page.matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map(([, file = ""]) => file);
  expect(files).toHaveLength(3);
  for (const file of files) expect((await fetch(`${zoom.url}/__zoom/${file}`)).status).toBe(200);
  expect(page).not.toMatch(/https?:/);
  const licence = readFileSync(`${root}assets/api-pages/LICENSE`, "utf8");
  expect(licence).toContain("Apache License");
});
