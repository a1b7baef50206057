import { expect, test } from "vitest";
import { type StartOptions, startZoomMock } from "../../../src/index.js";
import { answerOf, send } from "../../support/commands.js";

const start = { action: "start" };

/** A running mock of profile 2025 with some switches. */
const mockWith = (switches: NonNullable<StartOptions["switches"]>) => startZoomMock({ profile: "2025", switches });

test.each([
  ["never", "webinars/82000000201", "Webinar 82000000201 has not started.", "documented"],
  ["webinars", "webinars/82000000201", "Webinar 82,000,000,201 has not started.", "documented"],
  ["always", "webinars/82000000201", "Webinar 82,000,000,201 has not started.", "documented"],
  ["never", "meetings/81000004927", "Meeting 81000004927 has not started.", "documented"],
  ["webinars", "meetings/81000004927", "Meeting 81000004927 has not started.", "documented"],
  ["always", "meetings/81000004927", "Meeting 81,000,004,927 has not started.", "assumed"],
] as const)("thousandsSeparators=%s: %s answers %s", async (thousandsSeparators, path, message, evidence) => {
  await using zoom = await mockWith({ thousandsSeparators });
  const response = await send(zoom.url, path, start);
  expect(await answerOf(response)).toMatchObject({ status: 400, body: { message } });
  expect(response.headers.get("x-zoom-mock")).toBe(`profile=2025, outcome=notStarted, evidence=${evidence}`);
});

test.each([
  ["1", "1"],
  ["999", "999"],
  ["1000", "1,000"],
  ["9223372036854775807", "9,223,372,036,854,775,807"],
])("a webinar's id %s is written %s, to the last digit", async (id, written) => {
  await using zoom = await mockWith({ thousandsSeparators: "webinars" });
  await zoom.webinars.put(id, { status: "waiting" });
  const { body } = await answerOf(await send(zoom.url, `webinars/${id}`, start));
  expect(body).toMatchObject({ message: `Webinar ${written} has not started.` });
});

test("other messages keep the id as it is, and an answer of choice has the separators too", async () => {
  await using zoom = await mockWith({ thousandsSeparators: "always" });
  const { body } = await answerOf(await send(zoom.url, "webinars/82929473321", start));
  expect(body).toMatchObject({ message: "Webinar does not exist: 82929473321." });
  const preferred = await send(zoom.url, "webinars/82929473321", start, "json", { prefer: "example=notStarted" });
  expect((await answerOf(preferred)).body).toMatchObject({ message: "Webinar 82,929,473,321 has not started." });
});

test.each([
  ["zoom", "webinars/82000000201", 200, "documented"],
  ["meeting", "webinars/82000000201", 4927, "assumed"],
  ["zoom", "meetings/81000004927", 4927, "documented"],
  ["meeting", "meetings/81000004927", 4927, "documented"],
] as const)("webinarCodes=%s: %s that has not started answers %i", async (webinarCodes, path, code, evidence) => {
  await using zoom = await mockWith({ webinarCodes });
  // The document lists the code that Zoom has.
  const response = await fetch(`${zoom.url}/v2/${path}/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer x", "content-type": "application/json" },
    body: JSON.stringify(start),
  });
  expect(await answerOf(response)).toMatchObject({ status: 400, body: { code } });
  expect(response.headers.get("x-zoom-mock")).toContain(`evidence=${evidence}`);
});

test("webinarCodes=meeting leaves the other codes of webinars alone, and says nothing where the profile has no counterpart", async () => {
  await using zoom = await mockWith({ webinarCodes: "meeting" });
  expect((await answerOf(await send(zoom.url, "webinars/82000000204", start))).body).toMatchObject({ code: 200 });
  await using seeds = await startZoomMock({ switches: { webinarCodes: "meeting" } });
  expect((await send(seeds.url, "webinars/82000000201", start)).status).toBe(204);
});
