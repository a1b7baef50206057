const { URL } = require("node:url");

let zoom;
beforeAll(async () => {
  // The package is ESM, which Jest's require does not load.
  const { startZoomMock } = await import("zoom-mock");
  await import("zoom-mock/jest");
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

test("passes in CommonJS", async () => {
  await fetch(new URL("/v2/meetings/404", zoom.url), { headers: { authorization: "Bearer any" } });
  await expect(zoom).toHaveReceived({ operation: "meeting", outcome: "meetingDoesNotExist" });
});
