import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";
import { call } from "../support/rest.js";

test.each(["meetings", "webinars"] as const)(
  "a new key while one of the %s is live is kept for later: the running stream goes on as it was, and nothing is announced",
  async (kind) => {
    await using zoom = await startZoomMock();
    const path = `/v2/${kind}/68423085/livestream`;
    await send(zoom.url, `${kind}/68423085`, { action: "start", settings: { display_name: "Town hall" } });
    const { livestream_status: running } = await zoom[kind].get("68423085");
    const body = { stream_url: "rtmp://b.example.com/live", stream_key: "another-key", page_url: "" };

    expect((await call(zoom.url, { method: "PATCH", path, body })).status).toBe(204);

    expect(await (await call(zoom.url, { method: "GET", path })).json()).toEqual(body);
    expect((await zoom[kind].get("68423085")).livestream_status).toEqual(running);
    expect(running.status).toBe("live");
    const journal = await zoom.requests.list();
    expect(journal.map(({ events }) => events.length)).toEqual([1, 0, 0]);
  },
);
