import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf } from "../support/commands.js";
import { call } from "../support/rest.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

interface Page {
  readonly total_records: number;
  readonly page_count: number;
  readonly next_page_token: string;
  readonly meetings: readonly { readonly id: number }[];
}
const page = async (query: string): Promise<Page> =>
  (await answerOf(await call(zoom.url, { method: "GET", path: `/v2/users/host/meetings?${query}` }))).body as Page;

test("every meeting is met exactly once over the pages, by token and by number", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }), async (count, size) => {
      const ids = Array.from({ length: count }, (_, index) => String(index + 1));
      const meetings = ids.map((id) => ({ id }));
      await zoom.state.put({ account_id: "a", users: [{ id: "host" }, { id: "other" }], meetings });
      await zoom.meetings.put("99", { host_id: "other" });

      const byToken: string[] = [];
      let last = await page(`page_size=${size}`);
      byToken.push(...last.meetings.map(({ id }) => String(id)));
      while (last.next_page_token !== "") {
        last = await page(`page_size=${size}&next_page_token=${last.next_page_token}`);
        byToken.push(...last.meetings.map(({ id }) => String(id)));
      }
      const byNumber: string[] = [];
      for (let number = 1; number <= last.page_count; number += 1) {
        byNumber.push(...(await page(`page_size=${size}&page_number=${number}`)).meetings.map(({ id }) => String(id)));
      }

      expect([byToken, byNumber]).toEqual([ids, ids]);
      expect(last.total_records).toBe(count);
    }),
    { numRuns: 25 },
  );
});

test("a meeting that is deleted between two pages makes none of the others vanish", async () => {
  const meetings = Array.from({ length: 6 }, (_, index) => ({ id: String(index + 1) }));
  await zoom.state.put({ account_id: "a", users: [{ id: "host" }], meetings });
  const first = await page("page_size=3");
  await zoom.meetings.delete("1");
  const second = await page(`page_size=3&next_page_token=${first.next_page_token}`);
  expect(second.meetings.map(({ id }) => id)).toEqual([4, 5, 6]);
});

test("an id beyond 2^53 keeps all its digits in a list and alone", async () => {
  await zoom.state.put({ account_id: "a", users: [{ id: "host" }], meetings: [{ id: "9007199254740993" }] });
  const list = await call(zoom.url, { method: "GET", path: "/v2/users/host/meetings" });
  const alone = await call(zoom.url, { method: "GET", path: "/v2/meetings/9007199254740993" });
  expect(await list.text()).toContain('"id":9007199254740993,');
  expect(await alone.text()).toContain('"id":9007199254740993,');
});

test("what is created gets ids that nobody else has, and can be configured, started and streamed", async () => {
  await zoom.reset();
  const created = async () =>
    (await answerOf(await call(zoom.url, { method: "POST", path: "/v2/users/me/meetings", body: {} }))).body as {
      readonly id: number;
    };
  const ids = [await created(), await created(), await created()].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  const path = `/v2/meetings/${ids[0]}`;
  const configuration = { stream_url: "rtmp://live.example.com/app", stream_key: "key", page_url: "" };
  await call(zoom.url, { method: "PATCH", path: `${path}/livestream`, body: configuration });
  await zoom.meetings.start(String(ids[0]));
  const { status } = await call(zoom.url, {
    ...{ method: "PATCH", path: `${path}/livestream/status`, body: { action: "start" } },
  });
  expect(status).toBe(204);
  expect((await zoom.events.list()).map(({ event }) => event).slice(-2)).toEqual(["started", "live_streaming_started"]);
});
