import { startZoomMock } from "zoom-mock";
import "zoom-mock/jest";

let zoom;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

const START = { operation: "meetingLiveStreamStatusUpdate", body: { action: "start" } };

const send = (action) =>
  fetch(`${zoom.url}/v2/meetings/68423085/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body: JSON.stringify({ action }),
  });

test("passes", async () => {
  await expect(zoom).not.toHaveReceived();
  await send("start");
  await send("stop");
  await expect(zoom).toHaveReceived({ ...START, times: 1 });
  await expect(zoom).toHaveReceivedInOrder([START, { body: { action: "stop" } }]);
});

test("fails", async () => {
  await send("Start");
  await expect(zoom).toHaveReceived(START);
});

test("fails under not", async () => {
  await send("start");
  await expect(zoom).not.toHaveReceived(START);
});

test("fails because it is no mock", async () => {
  await expect({}).not.toHaveReceived(START);
});
