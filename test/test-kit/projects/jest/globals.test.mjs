import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startZoomMock } from "zoom-mock";
import { zoomMatchers } from "zoom-mock/jest";

expect.extend(zoomMatchers);

let zoom;
beforeAll(async () => {
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

test("passes without globals", async () => {
  expect(globalThis.expect).toBeUndefined();
  await expect(zoom).toHaveReceived({ times: 0 });
});
