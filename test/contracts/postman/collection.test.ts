import { execFile } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as v from "valibot";
import { expect, test } from "vitest";
import { createPostmanCollection, describeOperations, startZoomMock } from "../../../src/index.js";
import { temporaryFolder } from "../../support/folder.js";
import { collectionShape } from "./collection-shape.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const committed = readFileSync(join(root, "contracts/postman_collection.json"), "utf8");
const collection = createPostmanCollection();
const items = collection.item.flatMap(({ item }) => item);
const run = promisify(execFile);

/** What a variable of a path stands for. */
const exampleOf = (part: string) => collection.variable.find(({ key }) => `:${key}` === part)?.value ?? part;

test("the committed collection is what operations and fixtures give, byte for byte", () => {
  expect(committed).toBe(`${JSON.stringify(createPostmanCollection(), null, 2)}\n`);
});

test("the check says how much it compared, and fails on a difference", async () => {
  using folder = temporaryFolder({ "contracts/postman_collection.json": committed.replace("68423085", "1") });
  for (const name of ["generate-postman.mjs", "report.mjs"]) {
    cpSync(join(root, "scripts", name), join(folder.path, "scripts", name));
  }
  symlinkSync(join(root, "dist"), join(folder.path, "dist"));
  const script = join(folder.path, "scripts/generate-postman.mjs");
  await expect(run(process.execPath, [script, "--check"])).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("contracts/postman_collection.json is out of date"),
  });
  await run(process.execPath, [script]);
  const { stdout } = await run(process.execPath, [script, "--check"]);
  expect(stdout).toBe(
    `Postman: looked at ${items.length} requests, ${items.flatMap((item) => item.response).length} examples; all well.\n`,
  );
});

test("it has the shape of format v2.1", () => {
  expect(v.safeParse(collectionShape, JSON.parse(committed)).issues).toBeUndefined();
});

test("every name of a request, example or variable is there once", () => {
  const ids = items.flatMap(({ id, response }) => [id, ...response.map((example) => example.id)]);
  const variables = createPostmanCollection().variable.map(({ key }) => key);
  for (const names of [ids, items.map(({ name }) => name), variables]) expect(new Set(names).size).toBe(names.length);
  expect(variables).toEqual(expect.arrayContaining(["baseUrl", "accessToken", "meetingId", "webinarId"]));
});

test("every variable that a request uses is there", () => {
  const used = JSON.stringify(items).match(/(?<=\{\{)\w+(?=\}\})/g) ?? [];
  const variables = createPostmanCollection().variable.map(({ key }) => key);
  expect(new Set(used)).toEqual(new Set(variables));
});

test.each(["2021", "2025"])("every outcome of profile %s is an example of every operation", (profile) => {
  for (const { id, outcomes } of describeOperations(profile).operations) {
    const item = items.find((each) => each.id === id || each.id === `${id}/JSON`);
    const expected = outcomes.map(({ outcome, status }) => `${status} ${outcome} (profile ${profile})`);
    expect(item?.response.map(({ name }) => name)).toEqual(expect.arrayContaining(expected));
  }
});

test("a command is sent as a form only where a profile lists forms", () => {
  const ids = createPostmanCollection({ profiles: ["2025"] }).item.flatMap(({ item }) => item.map(({ id }) => id));
  expect(ids).toContain("meetingLiveStreamStatusUpdate/JSON");
  expect(ids.filter((id) => id.endsWith("/form"))).toEqual([]);
  expect(items.map(({ id }) => id)).toContain("meetingLiveStreamStatusUpdate/form");
});

test("a request has a body where its operation takes one, of the kind that it takes", () => {
  const modes = items.map(({ request }) => `${request.method} ${request.body?.mode}`);
  expect(modes).toContain("PATCH raw");
  expect(modes.filter((mode) => /^(GET|DELETE) (?!undefined)/.test(mode))).toEqual([]);
});

test.each(["2021", "2025"])(
  "the mock of profile %s answers the request of each example with that example",
  async (profile) => {
    await using zoom = await startZoomMock({ profile });
    const examples = items
      .flatMap(({ response }) => response)
      .filter(({ name }) => name.includes(`profile ${profile}`));
    expect(examples.length).toBeGreaterThan(25);
    for (const { originalRequest, code, body, header } of examples) {
      const prefer = originalRequest.header.find(({ key }) => key === "Prefer")?.value ?? "";
      const path = originalRequest.url.path.map((part) => (part.startsWith(":") ? exampleOf(part) : part)).join("/");
      const base = originalRequest.url.host[0] === "{{baseUrl}}" ? `${zoom.url}/v2` : zoom.url;
      const response = await fetch(`${base}/${path}`, { method: originalRequest.method, headers: { prefer } });
      const text = await response.text();
      expect([response.status, text && JSON.parse(text)]).toEqual([code, body && JSON.parse(body)]);
      for (const { key, value } of header.filter((each) => each.key !== "x-zm-trackingid")) {
        expect(response.headers.get(key)).toBe(value);
      }
    }
  },
);
