import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock, ZoomMockControlError } from "../../src/index.js";

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a mock used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock();
    zoom = use(started);
  });
  afterEach(() => started.close());

  const REFUSED: [title: string, call: (zoom: ZoomMock) => Promise<unknown>, status: number, message: RegExp][] = [
    [
      "an unknown member",
      (z) => z.meetings.put("1", { statuss: "waiting" } as never),
      400,
      /statuss: there is no such field/,
    ],
    [
      "a value that cannot be",
      (z) => z.meetings.put("1", { status: "ended" as never }),
      400,
      /status: expected \("waiting" \| "started"\)/,
    ],
    ["an id that is none", (z) => z.webinars.put("abc"), 400, /id: it is not an id: digits up to 2\^63-1/],
    [
      "two ids for one",
      (z) => z.meetings.put("1", { id: "2" } as never),
      400,
      /the body names another id than the path/,
    ],
    [
      "a meeting that is not there",
      (z) => z.meetings.get("68423086"),
      404,
      /Failed to find 68423086 among the meetings\. Did you mean 68423085\?/,
    ],
    ["one that is not there to delete", (z) => z.users.delete("nobody"), 404, /Failed to find nobody among the users/],
    ["a duration that is none", (z) => z.clock.advance("soon"), 400, /Failed to read the duration "soon"/],
    ["a time that is none", (z) => z.clock.set("later"), 400, /Failed to read the time "later"/],
    ["a Date that is none", (z) => z.clock.set(new Date(Number.NaN)), 400, /Failed to read the time "Invalid Date"/],
    ["a time that no ISO 8601 tells", (z) => z.clock.set(8.64e15), 400, /outside the years 0000 to 9999/],
    [
      "a scenario that the package has not",
      (z) => z.scenario.put("/etc/passwd"),
      404,
      /the package has default, empty\. Name one/,
    ],
    ["a scenario with a typing error", (z) => z.scenario.put("defualt"), 404, /Did you mean default\?/],
    [
      "a scenario with a wrong field",
      (z) => z.scenario.put({ account_id: "a", meetings: [{ id: "1", statuss: "x" } as never] }),
      400,
      /body\.scenario\.meetings\.0\.statuss: there is no such field\.$/,
    ],
    ["a state that nobody named", (z) => z.providerStates.setUp(undefined as never), 400, /body\.state: it is missing/],
    [
      "a world that cannot be",
      (z) => z.state.put({ account_id: "a", meetings: [{ id: "1" }, { id: "1" }] }),
      400,
      /1 stands there twice/,
    ],
    [
      "a filter that there is not",
      (z) => z.requests.list({ outcom: "x" } as never),
      400,
      /outcom: there is no such field/,
    ],
  ];
  test.each(REFUSED)("refuses %s", async (_what, call, status, message) => {
    const before = await zoom.state.get();
    const error = await call(zoom).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZoomMockControlError);
    expect(error).toMatchObject({ status, message: expect.stringMatching(message) });
    expect(await zoom.state.get()).toEqual(before);
  });

  const KINDS = ["users", "meetings", "webinars"] as const;
  const NO_IDS = ["", ".", "..", 5, null, undefined];
  test.each(KINDS.flatMap((kind) => NO_IDS.map((id) => [kind, id] as const)))(
    "of %s refuses the id %j before it is sent",
    async (kind, id) => {
      for (const call of [zoom[kind].get, zoom[kind].put, zoom[kind].delete]) {
        const error = await call(id as never).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(ZoomMockControlError);
        expect(error).toMatchObject({ status: 400, message: expect.stringMatching(/an id is a text of digits/) });
      }
    },
  );

  test("a refusal names few of many ids", async () => {
    const meetings = Array.from({ length: 5000 }, (_, index) => ({ id: String(100_000_000 + index) }));
    await zoom.state.put({ account_id: "a", meetings });
    const error = (await zoom.meetings.get("7").catch((thrown: unknown) => thrown)) as Error;
    expect(error.message).toMatch(/There are 100000000, .* and \d+ more\.$/);
    expect(error.message.length).toBeLessThan(200);
  });
});
