import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FAULT_KINDS, type FaultKind } from "../../src/domain/fault.js";
import { describeOperations, type FaultPlan, startZoomMock, type ZoomMock } from "../../src/index.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

const { operations } = describeOperations();
const outcomes = [...new Set(operations.flatMap((operation) => operation.outcomes.map(({ outcome }) => outcome)))];

const scope = fc.record(
  {
    times: fc.integer({ min: 1, max: 3 }),
    delay: fc.integer({ min: 0, max: 20 }),
    performed: fc.boolean(),
    params: fc.constantFrom({ meetingId: "68423085" }, { meetingId: "" }, {}),
  },
  { requiredKeys: ["delay"] },
);
const chance = fc.option(fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), seed: fc.nat() }));
const error = fc.record({
  status: fc.integer({ min: 200, max: 599 }).filter((status) => ![204, 205, 304].includes(status)),
  code: fc.integer(),
  message: fc.string({ unit: "binary" }),
});
const effect = fc.oneof(
  fc.constantFrom(...(Object.keys(FAULT_KINDS) as FaultKind[])).map((kind) => ({ kind })),
  fc.constantFrom(...outcomes).map((outcome) => ({ outcome })),
  error.map((each) => ({ error: each })),
);
const plan: fc.Arbitrary<FaultPlan> = fc
  .tuple(scope, chance, effect)
  .map(([where, often, what]) => ({ ...where, ...often, ...what }) as FaultPlan);

const REQUESTS: readonly [method: string, path: string, body?: string][] = [
  ["PATCH", "/v2/meetings/68423085/livestream/status", '{"action":"stop"}'],
  ["GET", "/v2/meetings/68423085"],
  ["HEAD", "/v2/meetings/68423085"],
  ["PATCH", "/v2/meetings/nonsense/livestream/status", "{"],
  ["POST", "/oauth/token?grant_type=account_credentials&account_id=x"],
];

/** Longer than any of these plans may take, also on a busy machine. */
const BOUND = 5_000;

/** Whether a request ended by itself, in whatever way, before it was given up. */
async function ended([method, path, body]: (typeof REQUESTS)[number]): Promise<boolean> {
  const signal = AbortSignal.timeout(BOUND);
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  await fetch(zoom.url + path, { method, headers, signal, ...(body !== undefined && { body }) })
    .then((response) => response.text())
    .catch(() => {});
  return !signal.aborted;
}

test("whatever faults are planned, every request ends and the mock goes on", { timeout: 60_000 }, async () => {
  const property = fc.asyncProperty(fc.array(plan, { maxLength: 4 }), async (plans) => {
    await zoom.reset();
    for (const each of plans) await zoom.faults.plan(each);
    const all = await Promise.all(REQUESTS.map(ended));
    expect(all.every(Boolean)).toBe(true);
    expect(await zoom.requests.list()).toHaveLength(REQUESTS.length);
    await zoom.faults.clear();
    expect((await fetch(`${zoom.url}/v2/meetings/68423085`, { headers: { authorization: "Bearer a" } })).status).toBe(
      200,
    );
  });
  await fc.assert(property, { numRuns: 60 });
});

test("a client that gives up ends the wait for a delayed or slow answer, and disturbs no others", async () => {
  await zoom.reset();
  const path = `${zoom.url}/v2/meetings/68423085`;
  const headers = { authorization: "Bearer a" };
  for (const kind of ["slowBody", "delay"] as const) {
    await zoom.faults.plan({ kind, delay: "30s" });
    const answer = fetch(path, { headers, signal: AbortSignal.timeout(200) });
    await expect(answer.then((response) => response.text())).rejects.toThrow(/aborted due to timeout/);
    expect(await zoom.faults.list()).toEqual([]);
  }
  expect((await fetch(path, { headers })).status).toBe(200);
});
