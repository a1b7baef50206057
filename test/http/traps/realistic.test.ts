import { expect, test } from "vitest";
import { describeOperations, startZoomMock } from "../../../src/index.js";
import { startCli, zoomMock } from "../../support/cli.js";
import { answerOf, send } from "../../support/commands.js";

const start = { action: "start" };
const bodyOf = async (response: Response) => (await answerOf(response)).body;

test("realistic sets everything that was measured at once", async () => {
  await using zoom = await startZoomMock({ profile: "2025", realistic: true });
  const { url } = zoom;
  const xml = await send(url, "meetings/68423085", { action: "Start" }, "json", { accept: "*/*" });
  expect([xml.status, await xml.text()]).toEqual([400, expect.stringContaining("<code>300</code>")]);
  expect(await bodyOf(await send(url, "webinars/82000000201", start))).toEqual({
    code: 200,
    message: "Webinar 82,000,000,201 has not started.",
  });
  expect(await bodyOf(await send(url, "meetings/81000004927", start))).toEqual({
    code: 4927,
    message: "Meeting 81000004927 has not started.",
  });
  expect((await fetch(`${url}/v2/nowhere`)).status).toBe(404);
  expect((await send(url, "meetings/68423085", start, "multipart")).status).toBe(415);
  const piped = { action: "start", settings: { display_name: "A | B" } };
  expect((await send(url, "meetings/68423085", piped)).status).toBe(400);
});

test("the user's own switches come after it, and nothing that was not measured is set", async () => {
  const own = { errorFormat: "json", unknownRoute: "notImplemented" } as const;
  await using zoom = await startZoomMock({ profile: "2025", realistic: true, switches: own });
  const response = await send(zoom.url, "meetings/68423085", { action: "no" }, "json", { accept: "*/*" });
  expect(response.headers.get("content-type")).toBe("application/json;charset=UTF-8");
  expect((await fetch(`${zoom.url}/v2/nowhere`)).status).toBe(501);
  const set = describeOperations("2025").switches.filter(({ realistic }) => realistic !== null);
  expect(set.filter(({ evidence }) => evidence !== "measured")).toEqual([]);
  expect(set.length).toBeGreaterThan(5);
});

test("zoom-mock start --realistic says what it sets; a switch of one's own wins", async () => {
  await using mock = await startCli(["--realistic", "--profile", "2025", "--switch", "contentTypes=lenient"]);
  expect(mock.output()).toContain(
    "\nRealistic: errorFormat=accept, thousandsSeparators=webinars, unknownRoute=notRecognized\n",
  );
  expect((await fetch(`${mock.url}/v2/nowhere`)).status).toBe(404);
  expect((await send(mock.url, "meetings/68423085", start, "multipart")).status).toBe(204);
});

test("ZOOM_MOCK_REALISTIC does the same, and without it nothing is said", async () => {
  await using realistic = await startCli([], { ZOOM_MOCK_REALISTIC: "true" });
  expect((await fetch(`${realistic.url}/v2/nowhere`)).status).toBe(404);
  await using usual = await startCli([], { ZOOM_MOCK_REALISTIC: "false" });
  expect((await fetch(`${usual.url}/v2/nowhere`)).status).toBe(501);
  expect(usual.output()).not.toContain("Realistic");
});

test("zoom-mock operations shows what was measured beside each default", async () => {
  const { stdout } = await zoomMock(["operations"]);
  expect(stdout).toMatch(/ errorFormat=json +realistic: accept +json\|accept +measured/);
  expect(stdout).toMatch(/ enumCase=sensitive +realistic: the same +sensitive\|insensitive/);
  expect(stdout).toMatch(/ language=en +en\|es +assumed/);
});
