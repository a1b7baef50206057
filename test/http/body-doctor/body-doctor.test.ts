import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { answerOf, assertContract } from "../../support/commands.js";
import { ACTION, type Finding, GOOD, JSON_TYPE, MULTIPART, multipart, part, SETTINGS, URLENCODED } from "./bodies.js";
import { ODD_FIELDS } from "./odd-fields.js";
import { UNREADABLE } from "./unreadable-bodies.js";

const run = promisify(execFile);
const PATH = "/v2/meetings/68423085/livestream/status";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ switches: { startThrottleSeconds: 0 } });
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

const FINDINGS = [...UNREADABLE, ...ODD_FIELDS];

async function patch(
  url: string,
  { type, body }: Pick<Finding, "type" | "body">,
  handling?: string,
): Promise<Response> {
  const response = await fetch(url + PATH, {
    method: "PATCH",
    headers: {
      authorization: "Bearer test",
      ...(type !== undefined && { "content-type": type }),
      ...(handling !== undefined && { prefer: `handling=${handling}` }),
    },
    // A string would get a type of its own.
    body: Buffer.from(body),
  });
  await assertContract(PATH, response.clone());
  return response;
}

describe.each(FINDINGS)("$code: $title", (finding) => {
  test.each(["lenient", "strict"] as const)("%s", async (handling) => {
    const response = await patch(zoom.url, finding, handling);
    const { status, body } = await answerOf(response);

    expect(status).toBe(finding[handling]);
    if (status === 400 && finding.refusedField !== undefined) {
      expect(body).toMatchObject({
        message: "Validation Failed.",
        errors: [{ field: finding.refusedField, message: "Invalid field." }],
      });
    }
    const [entry] = await zoom.requests.list();
    const diagnosis = entry?.diagnoses.find(({ code }) => code === finding.code);
    expect(diagnosis).toMatchObject({ field: finding.field, message: expect.stringMatching(/\w.*[.?]$/) });
    if (finding.excerpt instanceof RegExp) expect(diagnosis?.excerpt).toMatch(finding.excerpt);
    else if (finding.excerpt !== undefined) expect(diagnosis?.excerpt).toBe(finding.excerpt);
    expect(response.headers.get("x-zoom-mock-diagnosis")).toContain(`${finding.code} (${finding.field}): `);
    expect(response.headers.get("x-zoom-mock-curl")).toBe(diagnosis?.curl);
  });

  test("the corrected curl line is accepted without a diagnosis", async () => {
    await patch(zoom.url, finding);
    const [entry] = await zoom.requests.list();
    await zoom.requests.clear();

    const { stdout } = await run("bash", ["-c", quiet(entry?.diagnoses[0]?.curl)]);

    expect(stdout).toBe("204");
    expect(await zoom.requests.list()).toMatchObject([{ diagnoses: [] }]);
  });
});

/** The same curl line, printing the status only; a comment may stand at its end. */
const quiet = (curl = "") => curl.replace(/^curl/, "curl --silent --output /dev/null --write-out '%{http_code}'");

const STOP = '{"action":"stop","settings":{"display_name":"Büro ☕"}}';
const STOP_FORM = multipart(part("action", "stop"), part("settings", '{"display_name":"Büro ☕"}'));

test.each([
  ["JSON announced as a form", MULTIPART, STOP],
  ["JSON announced as text", "text/plain", STOP],
  ["JSON with curl's default type", URLENCODED, STOP],
  ["a form announced as JSON", JSON_TYPE, STOP_FORM],
  ["a form without boundary", "multipart/form-data", STOP_FORM],
  ["a form with another boundary", "multipart/form-data; boundary=other", STOP_FORM],
])("the corrected curl line of %s says what was meant", async (_title, type, body) => {
  const response = await patch(zoom.url, { type, body });
  await zoom.requests.clear();
  await run("bash", ["-c", quiet(response.headers.get("x-zoom-mock-curl") ?? "")]);
  expect(await zoom.requests.list()).toMatchObject([
    { status: 204, diagnoses: [], body: { action: "stop", settings: { display_name: "Büro ☕" } } },
  ]);
});

test("the curl line of what cannot be made out says that it is a sample", async () => {
  const response = await patch(zoom.url, { type: MULTIPART, body: "\u0000" });
  expect(response.headers.get("x-zoom-mock-curl")).toMatch(/ # a sample: what was meant could not be read$/);
});

const SECRETS = ["stream_key", "client_secret", "access_token", "refresh_token", "password", "token", "secret"];

test.each(SECRETS)("the value of %s is shown nowhere", async (name) => {
  const value = `S3cret${"x".repeat(60)}`;
  const bodies: Pick<Finding, "type" | "body">[] = [
    { type: MULTIPART, body: multipart(ACTION, part(name, value)) },
    { type: MULTIPART, body: multipart(ACTION, part("settings", `{"${name}":"${value}",}`)) },
    { type: MULTIPART, body: `${ACTION}${part(name, value)}` },
    { type: MULTIPART, body: part(name, value).replaceAll("\r\n", "\n") },
    { type: JSON_TYPE, body: `{"action":"start","settings":{"${name}":"${value}"}}` },
    { type: JSON_TYPE, body: `{"${name}":"${value}", oops` },
    { type: JSON_TYPE, body: `{"${name}":"a\\"${value}", oops` },
    { type: URLENCODED, body: `action=start&${name}=${value}` },
    { type: "text/plain", body: `${name}=${value}` },
  ];
  for (const body of bodies) {
    const response = await patch(zoom.url, body);
    expect(JSON.stringify([...response.headers])).not.toContain("S3cret");
  }
  const query = await fetch(`${zoom.url}${PATH}?${name}=${value}`, { method: "PATCH", body: "x" });
  expect(JSON.stringify([...query.headers])).not.toContain("S3cret");
  expect(JSON.stringify(await zoom.requests.list())).not.toContain("S3cret");
});

test("every code has a case above", async () => {
  const { FINDINGS: known } = await import("../../../src/http/doctor/finding.js");
  expect(new Set(FINDINGS.map(({ code }) => code))).toEqual(new Set(Object.keys(known)));
});

test("what is right gets no diagnosis", async () => {
  const response = await patch(
    zoom.url,
    { type: 'multipart/form-data; charset=utf-8; boundary="b"', body: GOOD },
    "strict",
  );
  expect(response.status).toBe(204);
  expect(response.headers.has("x-zoom-mock-diagnosis")).toBe(false);
  expect(await zoom.requests.list()).toMatchObject([
    { diagnoses: [], body: { settings: { display_name: "Town hall" } } },
  ]);
});

test("an unknown field comes with the name that was meant", async () => {
  await patch(zoom.url, { type: JSON_TYPE, body: '{"Action":"start","settings":{"display_nmae":"x"}}' });
  const [entry] = await zoom.requests.list();
  expect(entry?.diagnoses.map(({ message }) => message)).toEqual([
    expect.stringContaining("Did you mean action?"),
    expect.stringContaining("Did you mean display_name?"),
  ]);
});

test("split settings are put together, true and false with their type", async () => {
  const body = "action=start&settings[display_name]=Town+hall&settings.active_speaker_name=true";
  expect((await patch(zoom.url, { type: URLENCODED, body })).status).toBe(204);
  const [entry] = await zoom.requests.list();
  expect(entry?.body).toEqual({ action: "start", settings: { display_name: "Town hall", active_speaker_name: true } });
});

test("a mock started as strict can be asked to be lenient once", async () => {
  await using strict = await startZoomMock({ strict: true });
  const prefixed = { type: MULTIPART, body: multipart(ACTION, part("settings", `start${SETTINGS}`)) };
  expect((await patch(strict.url, prefixed)).status).toBe(400);
  expect((await patch(strict.url, prefixed, "lenient")).status).toBe(204);
});

test("profile 2025 takes a form with a diagnosis, and strictly only JSON", async () => {
  await using current = await startZoomMock({ profile: "2025" });
  const form = { type: MULTIPART, body: GOOD };
  expect((await patch(current.url, form)).status).toBe(204);
  expect(await current.requests.list()).toMatchObject([{ diagnoses: [{ code: "unlistedContentType" }] }]);
  expect(await answerOf(await patch(current.url, form, "strict"))).toEqual({
    status: 415,
    body: { code: 300, message: "Unsupported Content Type" },
  });
  expect(
    (await patch(current.url, { type: "application/json; charset=utf-8", body: '{"action":"stop"}' }, "strict")).status,
  ).toBe(204);
});

test("a stream key in a body that cannot be read is not shown", async () => {
  await patch(zoom.url, { type: JSON_TYPE, body: '{"stream_key":"very-secret", oops' });
  expect(JSON.stringify(await zoom.requests.list())).not.toContain("very-secret");
});
