import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  connectZoomMock,
  type FaultPlan,
  startZoomMock,
  type ZoomMock,
  ZoomMockControlError,
  ZoomMockOptionsError,
} from "../../src/index.js";
import { send } from "../support/commands.js";
import { call } from "../support/rest.js";

const MEETING = "meetings/68423085";
const OPERATION = "meetingLiveStreamStatusUpdate";
const stop = { action: "stop" };

const statusOf = async (url: string, path = MEETING) => (await send(url, path, stop)).status;

/** Of so many requests, which ones were struck: `x` for each. */
async function pattern(url: string, requests: number): Promise<string> {
  let struck = "";
  for (let sent = 0; sent < requests; sent += 1) struck += (await statusOf(url)) === 503 ? "x" : ".";
  return struck;
}

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("faults planned %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock();
    zoom = use(started);
  });
  afterEach(() => started.close());

  test("strike the next requests of their operation and parameters, so many times, and no others", async () => {
    const plan = { operation: OPERATION, params: { meetingId: "68423085" }, times: 2, outcome: "startThrottled" };
    const summary = `startThrottled for ${OPERATION}, meetingId 68423085`;
    expect(await zoom.faults.plan(plan)).toEqual({ id: 1, plan, taken: 0, left: 2, summary: `${summary} (2 left)` });
    expect(await statusOf(zoom.url, "meetings/85746065432")).toBe(204);
    expect(await statusOf(zoom.url, "webinars/68423085")).toBe(204);
    expect(await statusOf(zoom.url)).toBe(429);
    expect(await zoom.faults.pending()).toEqual([{ id: 1, plan, taken: 1, left: 1, summary: `${summary} (1 left)` }]);
    // The same id, written otherwise.
    expect(await statusOf(zoom.url, "meetings/068423085")).not.toBe(204);
    await zoom.faults.clear();
    expect(await statusOf(zoom.url)).toBe(204);
    expect(await zoom.faults.list()).toEqual([]);
  });

  test("are taken away one by one, as long as they may strike", async () => {
    for (const kind of ["badGateway", "internalError", "serviceUnavailable"] as const) await zoom.faults.plan({ kind });
    await zoom.faults.delete(1);
    expect([await statusOf(zoom.url), (await zoom.faults.list()).map(({ id }) => id)]).toEqual([500, [3]]);
    const gone = await zoom.faults.delete(2).catch((error: unknown) => error);
    expect(gone).toMatchObject({ status: 404, message: expect.stringMatching(/none with the id .* There are 3\.$/) });
    await zoom.faults.delete(3);
    await expect(zoom.faults.delete(3)).rejects.toThrow(/There are none\.$/);
    expect(await statusOf(zoom.url)).toBe(204);
  });

  test("strike one request unless they say how many, in the order in which they were planned", async () => {
    await zoom.faults.plan({ kind: "serviceUnavailable" });
    await zoom.faults.plan({ operation: OPERATION, kind: "badGateway" });
    await zoom.faults.plan({ kind: "internalError", operation: "meeting" });
    expect([await statusOf(zoom.url), await statusOf(zoom.url), await statusOf(zoom.url)]).toEqual([503, 502, 204]);
    expect((await zoom.faults.pending()).map(({ id }) => id)).toEqual([3]);
  });

  test("with an outcome alone strike whatever operation has it", async () => {
    await zoom.faults.plan({ outcome: "startThrottled" });
    expect((await call(zoom.url, { method: "GET", path: "/v2/meetings/68423085" })).status).toBe(200);
    expect(await statusOf(zoom.url)).toBe(429);
  });

  test("answer whatever error a test asks for, with its headers", async () => {
    const headers = { "Retry-After": "7" };
    await zoom.faults.plan({ error: { status: 429, code: 4001, message: "Slow {down}.", headers } });
    const response = await send(zoom.url, MEETING, stop);
    expect([response.status, response.headers.get("retry-after"), await response.json()]).toEqual([
      429,
      "7",
      { code: 4001, message: "Slow {down}." },
    ]);
    expect(response.headers.get("x-ratelimit-category")).toBe("Light");
  });

  test("with a probability strike the same requests for the same seed, after a reset too", async () => {
    const plan: FaultPlan = { kind: "serviceUnavailable", probability: 0.5, seed: 42 };
    await zoom.faults.plan(plan);
    const first = await pattern(zoom.url, 20);
    expect(first).toBe(".x..x.x..xx..xx...xx");
    expect(await zoom.faults.pending()).toEqual([]);
    await zoom.reset();
    await zoom.faults.plan({ ...plan, params: { meetingId: "68423085" } });
    // What else is planned does not change it.
    await zoom.faults.plan({ kind: "internalError", operation: "webinar", probability: 0.9 });
    expect(await pattern(zoom.url, 20)).toBe(first);
    await zoom.reset();
    await zoom.faults.plan({ ...plan, seed: 43 });
    expect(await pattern(zoom.url, 20)).not.toBe(first);
  });

  test("are marked in the answer and in the journal, with the plan that they are due to", async () => {
    await zoom.faults.plan({ outcome: "startThrottled" });
    const answer = await send(zoom.url, MEETING, stop);
    expect(answer.headers.get("x-zoom-mock")).toBe(
      "fault=startThrottled, performed=false, profile=2021, outcome=startThrottled, evidence=documented",
    );
    await statusOf(zoom.url);
    expect(await zoom.requests.list()).toMatchObject([
      { status: 429, outcome: "startThrottled", fault: { id: 1, name: "startThrottled", performed: false } },
      { status: 204, outcome: "updated", fault: null },
    ]);
  });

  test("of a scenario hold from the start of it, and again after each reset", async () => {
    const scenario = { account_id: "a", users: [{ id: "u" }], meetings: [{ id: "68423085" }] };
    const faults: FaultPlan[] = [{ kind: "internalError" }];
    await zoom.scenario.put({ ...scenario, faults });
    expect([await statusOf(zoom.url), await statusOf(zoom.url)]).toEqual([500, 204]);
    await zoom.reset();
    expect(await statusOf(zoom.url)).toBe(500);
    await zoom.faults.plan({ kind: "badGateway" });
    await zoom.reset();
    expect(await zoom.faults.list()).toMatchObject([{ id: 1, plan: { kind: "internalError" }, taken: 0 }]);
    expect((await zoom.scenario.get()).faults).toEqual(faults);
    // A world in between leaves them alone, unless it brings its own.
    await zoom.state.put(await zoom.state.get());
    expect(await zoom.faults.list()).toHaveLength(1);
    await zoom.state.put({ ...scenario, faults: [] });
    expect(await zoom.faults.list()).toEqual([]);
    await zoom.scenario.put("default");
    expect(await zoom.faults.list()).toEqual([]);
  });

  test("of one universe do not strike in another", async () => {
    await using one = await zoom.universe();
    await using two = await zoom.universe({
      scenario: {
        account_id: "a",
        users: [{ id: "u" }],
        meetings: [{ id: "68423085" }],
        faults: [{ kind: "badGateway" }],
      },
    });
    await one.faults.plan({ kind: "internalError" });
    expect(await zoom.faults.list()).toEqual([]);
    expect([await statusOf(zoom.url), await statusOf(two.url), await statusOf(one.url)]).toEqual([204, 502, 500]);
    expect([await statusOf(zoom.url), await statusOf(two.url), await statusOf(one.url)]).toEqual([204, 204, 204]);
  });

  const REFUSED: [what: string, plan: object, message: RegExp][] = [
    [
      "an operation that there is not",
      { operation: "meetingLiveStreamStatusUpdat", kind: "delay" },
      /meetingLiveStreamStatusUpdat is no operation\. Did you mean meetingLiveStreamStatusUpdate\? There are .*oauthToken/,
    ],
    [
      "an outcome that the operation has not",
      { operation: OPERATION, outcome: "startThrotled" },
      /startThrotled is no outcome of meetingLiveStreamStatusUpdate in profile 2021, .* Did you mean startThrottled\? There are updated, /,
    ],
    ["an outcome that nothing has", { outcome: "resetBefor" }, /Did you mean resetBefore\? There are/],
    [
      "a kind that there is not",
      { kind: "resetBefor" },
      /there is no kind of fault resetBefor\. Did you mean resetBefore\? There are internalError, /,
    ],
    [
      "a parameter that the operation has not",
      { operation: OPERATION, params: { meetingID: "1" }, kind: "delay" },
      /meetingID is no path parameter of meetingLiveStreamStatusUpdate\. Did you mean meetingId\?/,
    ],
    ["nothing that goes wrong", {}, /a fault is one of outcome, error and kind: give one of them/],
    ["two things at once", { kind: "delay", outcome: "startThrottled" }, /give one of them/],
    ["a seed alone", { kind: "delay", seed: 1 }, /a seed needs a probability/],
    ["a delay of an hour", { kind: "delay", delay: "1h" }, /delay: it is no length of time up to a minute/],
    ["no times", { kind: "delay", times: 0 }, /times: expected >=1, found 0/],
    ["a probability above 1", { kind: "delay", probability: 2 }, /probability: expected <=1, found 2/],
    ["a status without a body", { error: { status: 204, code: 1, message: "" } }, /error\.status: an answer with this/],
    [
      "a header that is none",
      { error: { status: 400, code: 1, message: "", headers: { "a b": "" } } },
      /error\.headers: HTTP has no such header/,
    ],
    ["an unknown member", { kind: "delay", time: 2 }, /time: there is no such field/],
  ];
  test.each(REFUSED)("are refused: %s", async (_what, plan, message) => {
    const error = await zoom.faults.plan(plan as FaultPlan).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZoomMockControlError);
    expect(error).toMatchObject({ status: 400, message: expect.stringMatching(message) });
    expect(await zoom.faults.list()).toEqual([]);
  });

  test("of a scenario are refused by the same rules, and then nothing changes", async () => {
    const faults: FaultPlan[] = [{ outcome: "nothing" }];
    await expect(zoom.scenario.put({ account_id: "a", faults })).rejects.toThrow(/faults\.0: nothing is no outcome/);
    await expect(zoom.universe({ scenario: { account_id: "a", faults } })).rejects.toThrow(/faults\.0/);
    expect(await statusOf(zoom.url)).toBe(204);
  });
});

test("faults of the options come behind the scenario's, as text or as objects, in new universes too", async () => {
  const scenario = { account_id: "a", users: [{ id: "u" }], meetings: [{ id: "68423085" }] };
  await using zoom = await startZoomMock({
    scenario: { ...scenario, faults: [{ kind: "badGateway" }] },
    faults: ["startThrottled, meetingId=68423085, times=2", { kind: "internalError" }],
  });
  const all = [502, 429, 429, 500, 204];
  for (const status of all) expect(await statusOf(zoom.url)).toBe(status);
  await using universe = await zoom.universe();
  for (const status of all) expect(await statusOf(universe.url)).toBe(status);
  await zoom.reset();
  expect(await zoom.faults.pending()).toHaveLength(3);
});

test.each([
  [
    ["startThrotled"],
    /faults\.0: startThrotled is no outcome of any operation in profile 2021.*Did you mean startThrottled\?/,
  ],
  [
    [{ outcome: "serviceUnavailable" }],
    /faults\.0: serviceUnavailable is no outcome but a kind of fault\. Give it as kind/,
  ],
  [["delay, times"], /faults\.0: "delay, times" is no fault\. Write a kind or an outcome/],
  [["{"], /faults\.0: it is not JSON/],
  [["delay, meetingID=1"], /faults\.0: meetingID is no path parameter of any operation\. Did you mean meetingId\?/],
  [[{ kind: "delay", times: 1.5 }], /faults\.0\.times: /],
])("faults of the options that cannot be are refused at construction: %j", async (faults, message) => {
  const error = await startZoomMock({ faults: faults as never }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ZoomMockOptionsError);
  expect((error as Error).message).toMatch(message);
});
