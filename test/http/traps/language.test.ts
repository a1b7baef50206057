import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { loadProfile } from "../../../src/fixtures/load-profile.js";
import { loadMessages } from "../../../src/fixtures/messages.js";
import { shippedProfiles } from "../../../src/fixtures/profile-layers.js";
import { type Switches, startZoomMock } from "../../../src/index.js";
import { operations } from "../../../src/operations/index.js";
import { unknownEndpoint } from "../../../src/operations/unknown-endpoint.js";
import { answerOf, send } from "../../support/commands.js";
import { temporaryFolder } from "../../support/folder.js";

test.each([
  ["en", "meetings/81000004927", {}, 400, 4927, "Meeting 81000004927 has not started."],
  ["es", "meetings/81000004927", {}, 400, 4927, "La reunión 81000004927 no ha comenzado."],
  ["es", "webinars/82000000201", {}, 400, 200, "El seminario web 82000000201 no ha comenzado."],
  ["es", "meetings/68423085", { authorization: "" }, 401, 124, "Se requiere un token de acceso."],
  ["es", "meetings/404", {}, 404, 3001, "La reunión no existe: 404."],
] as const)(
  "language=%s: %s %j answers %i with code %i: %s",
  async (language, path, headers, status, code, message) => {
    await using zoom = await startZoomMock({ profile: "2025", switches: { language } });
    const response = await send(zoom.url, path, { action: "start" }, "json", headers);
    const length = Number(response.headers.get("content-length"));
    const mark = response.headers.get("x-zoom-mock");
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toEqual([status, { code, message }]);
    expect(length).toBe(Buffer.byteLength(text));
    expect(mark?.endsWith("evidence=assumed")).toBe(language === "es");
  },
);

test("the words for fields are translated too, with separators and in XML", async () => {
  const switches: Partial<Switches> = { language: "es", errorFormat: "accept", thousandsSeparators: "webinars" };
  await using zoom = await startZoomMock({ profile: "2025", switches });
  const { body } = await answerOf(await send(zoom.url, "meetings/68423085", { action: "pause" }));
  expect(body).toEqual({
    code: 300,
    message: "Error de validación.",
    errors: [{ field: "action", message: "Campo no válido." }],
  });
  const xml = await send(zoom.url, "meetings/68423085", {}, "json", { accept: "*/*" });
  expect(await xml.text()).toContain("<errors><field>action</field><message>Falta el campo.</message></errors>");
  const webinar = await answerOf(await send(zoom.url, "webinars/82000000201", { action: "stop" }));
  expect(webinar.body).toMatchObject({ message: "El seminario web 82,000,000,201 no ha comenzado." });
});

test("a fault's outcome is translated, a 5xx of which nobody knows the words is not", async () => {
  await using zoom = await startZoomMock({ profile: "2025", switches: { language: "es" } });
  await zoom.faults.plan({ outcome: "notStarted" });
  await zoom.faults.plan({ kind: "serviceUnavailable" });
  const start = async () => (await answerOf(await send(zoom.url, "meetings/68423085", { action: "start" }))).body;
  expect([await start(), await start()]).toEqual([
    { code: 4927, message: "La reunión 68423085 no ha comenzado." },
    { code: 503, message: "Service Unavailable" },
  ]);
});

test("a message of one's own stays as it is", async () => {
  using folder = temporaryFolder({
    "profile.json": { name: "ours", extends: "2025" },
    "meetingLiveStreamStatusUpdate/notStarted.json": {
      outcome: "notStarted",
      evidence: "measured",
      source: "a test",
      response: { status: 400, body: { code: 4927, message: "Noch nicht." } },
    },
  });
  await using zoom = await startZoomMock({ fixtures: folder.path, switches: { language: "es" } });
  const response = await send(zoom.url, "meetings/81000004927", { action: "start" });
  expect(response.headers.get("x-zoom-mock")).toBe("profile=ours, outcome=notStarted, evidence=measured");
  expect(await answerOf(response)).toEqual({ status: 400, body: { code: 4927, message: "Noch nicht." } });
});

test("a translation with other placeholders than its message is refused", () => {
  const messages = { "Gone: {meetingId}.": "Fuera: {id}.", "No.": "No." };
  using folder = temporaryFolder({
    "es.json": { language: "es", evidence: "assumed", source: "a test", messages },
  });
  expect(() => loadMessages("es", pathToFileURL(`${folder.path}/`))).toThrow(
    "fixtures/messages/es.json, messages.Gone: {meetingId}.: it needs {meetingId}, found {id}",
  );
});

test("the catalogue has every message of both profiles, and no other", () => {
  const file = new URL("../../../fixtures/messages/es.json", import.meta.url);
  const { messages } = JSON.parse(readFileSync(file, "utf8")) as { messages: Record<string, string> };
  const used = new Set(
    shippedProfiles()
      .map((name) => loadProfile(name, operations))
      .flatMap((profile) => [...operations, unknownEndpoint].flatMap((operation) => profile.fixtures(operation)))
      .flatMap((fixture) => fixture.messages),
  );
  const missing = [...used].filter((message) => !(message in messages));
  const lines = missing.map((message) => `    ${JSON.stringify(message)}: "",`).join("\n");
  expect(missing, `Translate these in fixtures/messages/es.json, placeholders included:\n${lines}\n`).toEqual([]);
  expect(Object.keys(messages).filter((message) => !used.has(message))).toEqual([]);
  expect(used.size).toBeGreaterThan(30);
});
