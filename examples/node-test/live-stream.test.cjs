const assert = require("node:assert/strict");
const { after, before, test } = require("node:test");
const { startZoomMock } = require("zoom-mock");

let zoom;
before(async () => {
  zoom = await startZoomMock({ profile: "2025" });
});
after(() => zoom.close());

test("a meeting that has not started is refused with code 4927", async () => {
  await zoom.meetings.put("123456789", { status: "waiting" });
  const answer = await fetch(`${zoom.url}/v2/meetings/123456789/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body: JSON.stringify({ action: "start" }),
  });
  assert.equal(answer.status, 400);
  assert.equal((await answer.json()).code, 4927);
});
