import { expect, test } from "vitest";
import { connectZoomMock } from "../../src/index.js";
import { startCli, zoomMock } from "../support/cli.js";
import { send } from "../support/commands.js";

const stop = (url: string, path = "meetings/68423085") => send(url, path, { action: "stop" });

test("--fault plans faults, as short texts and as JSON, and tells in the end which of them nobody met", async () => {
  await using mock = await startCli([
    "--fault",
    "startThrottled, meetingId=68423085, times=2",
    "--fault",
    '{"error":{"status":500,"code":500,"message":"A; b"}}',
    "--fault",
    "serviceUnavailable, probability=0, seed=1",
  ]);
  expect((await stop(mock.url, "webinars/68423085")).status).toBe(500);
  expect((await stop(mock.url)).status).toBe(429);
  await mock.printed(/429/);
  expect(mock.output()).toContain("→ 429 startThrottled by fault startThrottled (not performed)\n");
  expect((await mock.stop()).stderr).toBe(
    "Planned faults that no request met:\n  startThrottled for every operation, meetingId 68423085 (1 left)\n",
  );
});

test("nothing is told in the end where every fault was met; without an answer the log says so", async () => {
  await using mock = await startCli([], { ZOOM_MOCK_FAULT: "badGateway; resetBefore, performed=true" });
  expect((await stop(mock.url)).status).toBe(502);
  await expect(stop(mock.url)).rejects.toThrow();
  await mock.printed(/→ no answer: resetBefore by fault resetBefore \(performed\)\n/);
  expect((await mock.stop()).stderr).toBe("");
});

test("as JSON a line says which fault it was", async () => {
  await using mock = await startCli(["--log", "json"]);
  await connectZoomMock(mock.url).faults.plan({ kind: "badGateway" });
  await stop(mock.url);
  await mock.printed(/badGateway/);
  expect(mock.output()).toContain('"fault":{"id":1,"name":"badGateway","performed":false}');
});

test.each([
  ["startThrotled", /faults\.0: startThrotled is no outcome.* Did you mean startThrottled\?/],
  ["delay=1s", /faults\.0: "delay=1s" is no fault\. Write a kind or an outcome, then name=value/],
  ['{"kind":"slow"}', /faults\.0\.kind: there is no kind of fault slow\./],
])("a fault that cannot be exits with 2 and says what is right: %s", async (fault, message) => {
  const { code, stderr } = await zoomMock(["start", "--port", "0", "--fault", fault]);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});
