import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { describeOperations, startZoomMock, type ZoomMock } from "../../src/index.js";
import { SEEDS } from "../support/seeds.js";

const run = promisify(execFile);

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

/** Runs a seed's curl line against the mock; only the host differs, and the id where the test gives one. */
async function curl(line: string, id?: string): Promise<{ status: number; body: string }> {
  const local = line.replace("https://api.zoom.us", zoom.url).replace(/:(meeting|webinar)Id/, (name) => id ?? name);
  const { stdout } = await run("bash", ["-c", `${local} --silent --write-out '\\n%{http_code}'`]);
  const [, body = "", status = ""] = /^([\s\S]*)\n(\d+)$/.exec(stdout) ?? [];
  return { status: Number(status), body };
}

describe.each(SEEDS.map((seed) => [seed.operation, seed] as const))("the seed of %s", (operation, seed) => {
  test("its curl line with an id is answered 204, with a diagnosis of the generated settings", async () => {
    expect(await curl(seed.curl, "68423085")).toEqual({ status: 204, body: "" });
    const [entry] = await zoom.requests.list();
    expect(entry).toMatchObject({
      operation,
      encoding: "multipart",
      body: { action: "start", settings: { active_speaker_name: false, display_name: expect.any(String) } },
      diagnoses: [{ code: "fieldPrefixed", field: "settings", excerpt: expect.stringMatching(/^start\{"active/) }],
      before: { status: "stopped" },
      after: { status: "live" },
    });
  });

  test("its curl line as it stands names no id", async () => {
    const { status, body } = await curl(seed.curl);
    expect({ status, body: JSON.parse(body) }).toEqual(
      operation.startsWith("meeting")
        ? { status: 300, body: { code: 300, message: "Invalid meetingId" } }
        : { status: 400, body: { code: 300, message: "Invalid Webinar Id." } },
    );
  });

  test("the form of its Postman item is answered 204 without a diagnosis", async () => {
    const form = new FormData();
    for (const { key, value } of seed.fields) form.append(key, value);
    const response = await fetch(`${zoom.url}/v2/${seed.path}/livestream/status`, {
      method: "PATCH",
      headers: { authorization: "Bearer <access_token>" },
      body: form,
    });
    expect(response.status).toBe(204);
    expect(await zoom.requests.list()).toMatchObject([
      { diagnoses: [], body: { settings: { active_speaker_name: false } } },
    ]);
  });

  test("every response it lists is an outcome of profile 2021, word for word", () => {
    const { outcomes } = describeOperations("2021").operations.find(({ id }) => id === operation) ?? { outcomes: [] };
    const documented = outcomes.filter(({ evidence }) => evidence === "documented");
    expect(seed.responses.length).toBeGreaterThan(4);
    for (const response of seed.responses) {
      expect(documented).toContainEqual(expect.objectContaining(response));
    }
  });
});
