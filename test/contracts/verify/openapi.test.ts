import { expect, test, vi } from "vitest";
import { verifyPacts } from "../../../src/index.js";
import { temporaryFolder } from "../../support/folder.js";
import { NOT_FOUND, pactOf, START } from "./pact.js";

vi.setConfig({ testTimeout: 60_000 });

const FORM = {
  description: "a form with another action",
  contentType: "multipart/form-data; boundary=b",
  body: '--b\r\nContent-Disposition: form-data; name="action"\r\n\r\npause\r\n--b--\r\n',
};

test.each([
  ["an action that there is not, in a form", FORM, "allowed values"],
  ["a setting of another type", { body: { action: "start", settings: { active_speaker_name: "no" } } }, "boolean"],
  ["a status that is never sent", { response: { status: 418 } }, "not defined in spec file: 418"],
])("sees %s, at the interaction where it is", async (_what, interaction, message) => {
  using folder = temporaryFolder({ "a.json": pactOf([START, interaction]) });
  const { interactions } = await verifyPacts({ pacts: folder.path, openapi: true });
  expect(interactions).toMatchObject([{ ok: true, mismatches: [] }, { ok: false }]);
  expect(interactions[1]?.mismatches).toContainEqual({ kind: "openapi", message: expect.stringContaining(message) });
});

test("a request that is wrong on purpose, to be refused, is only a warning", async () => {
  const path = "/v2/meetings//livestream/status";
  const refused = { path, states: [], response: { status: 300, content: { code: 300 } } };
  using folder = temporaryFolder({ "a.json": pactOf([NOT_FOUND, refused]) });
  expect(await verifyPacts({ pacts: folder.path, openapi: true })).toMatchObject({
    ok: true,
    interactions: [{ warnings: [] }, { warnings: [expect.stringContaining("not defined in spec file")] }],
  });
});

test("a contract that holds in replay is broken when a document of one's own disagrees", async () => {
  using folder = temporaryFolder({
    "pacts/a.json": pactOf([START]),
    "openapi.json": { openapi: "3.0.3", info: { title: "Zoom", version: "1" }, paths: {} },
  });
  const options = { pacts: `${folder.path}/pacts`, openapi: `${folder.path}/openapi.json` };
  expect(await verifyPacts(options)).toMatchObject({
    ok: false,
    interactions: [{ mismatches: [{ kind: "openapi" }] }],
  });
});

test.each([
  ["not there", {}],
  ["not JSON", { "openapi.json": "openapi: 3.1.0" }],
  ["no OpenAPI", { "openapi.json": {} }],
])("a document that is %s is an error", async (_what, files) => {
  using folder = temporaryFolder({ "pacts/a.json": pactOf([START]), ...files });
  const options = { pacts: `${folder.path}/pacts`, openapi: `${folder.path}/openapi.json` };
  await expect(verifyPacts(options)).rejects.toThrow("Failed to load the OpenAPI document");
});
