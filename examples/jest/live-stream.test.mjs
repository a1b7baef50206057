import { startZoomMock } from "zoom-mock";
import "zoom-mock/jest";

let zoom;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

// What your application does; only the base URL differs from production.
const command = (action) =>
  fetch(`${zoom.url}/v2/meetings/68423085/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body: JSON.stringify({ action }),
  });

test("a stream is started once", async () => {
  expect((await command("start")).status).toBe(204);
  await expect(zoom).toHaveReceived({ operation: "meetingLiveStreamStatusUpdate", times: 1 });
});

test("what is stopped was started before", async () => {
  await command("start");
  await command("stop");
  await expect(zoom).toHaveReceivedInOrder([{ body: { action: "start" } }, { body: { action: "stop" } }]);
});
