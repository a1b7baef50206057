import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type DiagnosisCode, startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf } from "../support/commands.js";

const run = promisify(execFile);
const PATH = "/v2/meetings/68423085/livestream/status";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ switches: { startThrottleSeconds: 0 } });
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

const MULTIPART = "multipart/form-data; boundary=b";
const JSON_TYPE = "application/json";
const URLENCODED = "application/x-www-form-urlencoded";
const SETTINGS = '{"active_speaker_name":false,"display_name":"Town hall"}';

const part = (name: string, value: string, more = "") => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const multipart = (...parts: string[]) => `${parts.join("")}--b--\r\n`;
const ACTION = part("action", "start");
const GOOD = multipart(ACTION, part("settings", SETTINGS));

interface Finding {
  readonly title: string;
  readonly type?: string;
  readonly body: string;
  readonly code: DiagnosisCode;
  readonly field: string;
  /** The answer by default, and to `Prefer: handling=strict`. */
  readonly lenient: number;
  readonly strict: number;
  readonly excerpt?: string | RegExp;
  /** The field of Zoom's `errors[]` when it is refused, where the refusal is a validation. */
  readonly refusedField?: string;
}

const FINDINGS: Finding[] = [
  { title: "a type without boundary", type: "multipart/form-data", body: GOOD, code: "noBoundary", field: "Content-Type", lenient: 400, strict: 400, excerpt: "multipart/form-data", refusedField: "Content-Type" },
  { title: "another boundary than the body's", type: "multipart/form-data; boundary=other", body: GOOD, code: "boundaryNotFound", field: "Content-Type", lenient: 400, strict: 400, excerpt: "--b", refusedField: "Content-Type" },
  { title: "lines that end with LF", type: MULTIPART, body: GOOD.replaceAll("\r\n", "\n"), code: "lfLineEndings", field: "body", lenient: 204, strict: 400, excerpt: /^"--b\\nContent-/, refusedField: "body" },
  { title: "a form that is not finished", type: MULTIPART, body: GOOD.replace("--b--\r\n", ""), code: "missingFinalDelimiter", field: "body", lenient: 204, strict: 400, excerpt: /Town hall/, refusedField: "body" },
  { title: "a form that is cut off in a value", type: MULTIPART, body: `${ACTION}--b\r\nContent-Disposition: form-data; name="settings"\r\n\r\n{"act`, code: "fieldNotJson", field: "settings", lenient: 400, strict: 400, excerpt: '{"act' },
  { title: "a part header that is none", type: MULTIPART, body: "--b\r\nno header\r\n\r\nstart\r\n--b--\r\n", code: "unreadableForm", field: "body", lenient: 400, strict: 400, excerpt: /no header/, refusedField: "body" },
  { title: "more fields than a command can have", type: MULTIPART, body: multipart(...Array.from({ length: 60 }, (_, n) => part(`f${n}`, "x"))), code: "formTooLarge", field: "body", lenient: 400, strict: 400, refusedField: "body" },
  { title: "a field name without end", type: MULTIPART, body: multipart(part("n".repeat(300), "x")), code: "formTooLarge", field: "body", lenient: 400, strict: 400, refusedField: "body" },
  { title: "a value without end", type: MULTIPART, body: multipart(part("action", "x".repeat(70_000))), code: "formTooLarge", field: "body", lenient: 400, strict: 400, refusedField: "body" },
  { title: "JSON announced as a form", type: MULTIPART, body: '{"action":"start"}', code: "jsonUnderForm", field: "Content-Type", lenient: 400, strict: 400, excerpt: '{"action":"start"}', refusedField: "Content-Type" },
  { title: "JSON with curl's default type", type: URLENCODED, body: '{"action":"start"}', code: "jsonUnderForm", field: "Content-Type", lenient: 400, strict: 415, excerpt: '{"action":"start"}', refusedField: "Content-Type" },
  { title: "a form announced as JSON", type: JSON_TYPE, body: GOOD, code: "multipartUnderJson", field: "Content-Type", lenient: 400, strict: 400, excerpt: /^--b/ },
  { title: "JSON with a trailing comma", type: JSON_TYPE, body: '{"action":"start",}', code: "jsonSyntax", field: "body", lenient: 400, strict: 400, excerpt: '{"action":"start",}' },
  { title: "a JSON list", type: JSON_TYPE, body: '["start"]', code: "jsonSyntax", field: "body", lenient: 400, strict: 400 },
  { title: "settings as a small file", type: MULTIPART, body: multipart(ACTION, part("settings", SETTINGS, '; filename="settings.json"')), code: "fieldSentAsFile", field: "settings", lenient: 204, strict: 400, excerpt: SETTINGS, refusedField: "settings" },
  { title: "settings as a file without a name", type: MULTIPART, body: multipart(ACTION, part("settings", SETTINGS, "\r\nContent-Type: application/octet-stream")), code: "fieldSentAsFile", field: "settings", lenient: 204, strict: 400, refusedField: "settings" },
  { title: "settings with a type of their own", type: MULTIPART, body: multipart(ACTION, part("settings", SETTINGS, "\r\nContent-Type: application/json")), code: "partContentType", field: "settings", lenient: 204, strict: 400, excerpt: "application/json", refusedField: "settings" },
  { title: "a field twice", type: MULTIPART, body: multipart(ACTION, part("action", "stop")), code: "duplicateField", field: "action", lenient: 204, strict: 400, excerpt: "stop", refusedField: "action" },
  { title: "a field that Zoom does not know", type: MULTIPART, body: multipart(ACTION, part("setting", SETTINGS)), code: "unknownField", field: "setting", lenient: 204, strict: 204, excerpt: SETTINGS },
  { title: "a member that Zoom does not know", type: MULTIPART, body: multipart(ACTION, part("settings", '{"displayName":"x"}')), code: "unknownField", field: "settings.displayName", lenient: 204, strict: 204 },
  { title: "the flat keys of a client that means settings", type: JSON_TYPE, body: '{"action":"start","settings/display_name":"x"}', code: "unknownField", field: "settings/display_name", lenient: 204, strict: 204 },
  { title: "settings in brackets", type: MULTIPART, body: multipart(ACTION, part("settings[display_name]", "Town hall")), code: "splitField", field: "settings", lenient: 204, strict: 400, excerpt: "settings[display_name]=Town hall", refusedField: "settings" },
  { title: "settings with dots", type: MULTIPART, body: multipart(ACTION, part("settings.active_speaker_name", "true")), code: "splitField", field: "settings", lenient: 204, strict: 400, refusedField: "settings" },
  { title: "the value before in front of the settings", type: MULTIPART, body: multipart(ACTION, part("settings", `start${SETTINGS}`)), code: "fieldPrefixed", field: "settings", lenient: 204, strict: 400, excerpt: `start${SETTINGS}`, refusedField: "settings" },
  { title: "settings that are not JSON", type: MULTIPART, body: multipart(ACTION, part("settings", "display_name=x")), code: "fieldNotJson", field: "settings", lenient: 400, strict: 400, excerpt: "display_name=x", refusedField: "settings" },
  { title: "settings that were never turned into text", type: MULTIPART, body: multipart(ACTION, part("settings", "[object Object]")), code: "fieldObjectObject", field: "settings", lenient: 400, strict: 400, excerpt: "[object Object]", refusedField: "settings" },
  { title: "JSON in JSON", type: JSON_TYPE, body: `{"action":"start","settings":${JSON.stringify(SETTINGS)}}`, code: "fieldNotObject", field: "settings", lenient: 400, strict: 400, refusedField: "settings" },
  { title: "an urlencoded body", type: URLENCODED, body: `action=start&settings=${encodeURIComponent(SETTINGS)}`, code: "unlistedContentType", field: "Content-Type", lenient: 204, strict: 415, excerpt: URLENCODED },
  { title: "a type that Zoom does not take", type: "text/xml", body: "<action>start</action>", code: "unlistedContentType", field: "Content-Type", lenient: 415, strict: 415, excerpt: "text/xml" },
  { title: "a body without type", body: '{"action":"start"}', code: "contentTypeMissing", field: "Content-Type", lenient: 415, strict: 415 },
];

function patch(url: string, { type, body }: Pick<Finding, "type" | "body">, handling?: string): Promise<Response> {
  return fetch(url + PATH, {
    method: "PATCH",
    headers: {
      authorization: "Bearer test",
      ...(type !== undefined && { "content-type": type }),
      ...(handling !== undefined && { prefer: `handling=${handling}` }),
    },
    // A string would get a type of its own.
    body: Buffer.from(body),
  });
}

describe.each(FINDINGS)("$code: $title", (finding) => {
  test.each(["lenient", "strict"] as const)("%s", async (handling) => {
    const response = await patch(zoom.url, finding, handling);
    const { status, body } = await answerOf(response);

    expect(status).toBe(finding[handling]);
    if (status === 400 && finding.refusedField !== undefined) {
      expect(body).toMatchObject({ message: "Validation Failed.", errors: [{ field: finding.refusedField, message: "Invalid field." }] });
    }
    const [entry] = await zoom.requests.list();
    const diagnosis = entry?.diagnoses.find(({ code }) => code === finding.code);
    expect(diagnosis).toMatchObject({ field: finding.field, message: expect.stringMatching(/\w+\.$|\?$/) });
    if (finding.excerpt instanceof RegExp) expect(diagnosis?.excerpt).toMatch(finding.excerpt);
    else if (finding.excerpt !== undefined) expect(diagnosis?.excerpt).toBe(finding.excerpt);
    expect(response.headers.get("x-zoom-mock-diagnosis")).toContain(`${finding.code} (${finding.field}): `);
    expect(response.headers.get("x-zoom-mock-curl")).toBe(diagnosis?.curl);
  });

  test("the corrected curl line is accepted without a diagnosis", async () => {
    await patch(zoom.url, finding);
    const [entry] = await zoom.requests.list();
    await zoom.requests.clear();

    const { stdout } = await run("bash", ["-c", `${entry?.diagnoses[0]?.curl} --silent --write-out '%{http_code}'`]);

    expect(stdout).toBe("204");
    expect(await zoom.requests.list()).toMatchObject([{ diagnoses: [] }]);
  });
});

test("every code has a case above", async () => {
  const { FINDINGS: known } = await import("../../src/http/doctor/finding.js");
  expect(new Set(FINDINGS.map(({ code }) => code))).toEqual(new Set(Object.keys(known)));
});

test("what is right gets no diagnosis", async () => {
  const response = await patch(zoom.url, { type: 'multipart/form-data; charset=utf-8; boundary="b"', body: GOOD }, "strict");
  expect(response.status).toBe(204);
  expect(response.headers.has("x-zoom-mock-diagnosis")).toBe(false);
  expect(await zoom.requests.list()).toMatchObject([{ diagnoses: [], body: { settings: { display_name: "Town hall" } } }]);
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
  expect((await patch(current.url, { type: "application/json; charset=utf-8", body: '{"action":"stop"}' }, "strict")).status).toBe(204);
});

test("a stream key in a body that cannot be read is not shown", async () => {
  await patch(zoom.url, { type: JSON_TYPE, body: '{"stream_key":"very-secret", oops' });
  expect(JSON.stringify(await zoom.requests.list())).not.toContain("very-secret");
});
