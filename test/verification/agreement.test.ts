import fc from "fast-check";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";

const action = fc.constantFrom("start", "stop", "Start");
const id = fc.constantFrom("68423085", "81000004927", "404");
const kind = fc.constantFrom("meetings", "webinars");
const name = fc.constantFrom("A", "B", undefined);
const request = fc.record({ kind, id, action, name, encoding: fc.constantFrom("json", "multipart") });
const expectation = fc.record(
  {
    operation: fc.constantFrom("meetingLiveStreamStatusUpdate", "webinarLiveStreamStatusUpdate"),
    outcome: fc.constantFrom("updated", "validationFailed", "startThrottled"),
    encoding: fc.constantFrom("json", "multipart"),
    status: fc.constantFrom(204, 400, 404),
    body: fc.record(
      { action, settings: fc.record({ display_name: name }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

/** Whether all that is expected is there, as JSON would have it. */
function holds(expected: unknown, found: unknown): boolean {
  if (expected === undefined) return true;
  if (typeof expected !== "object" || expected === null) return expected === found;
  if (typeof found !== "object" || found === null) return false;
  return Object.entries(expected).every(([member, value]) => holds(value, (found as Record<string, unknown>)[member]));
}

test("verify agrees with a naive filter over the journal", async () => {
  await using zoom = await startZoomMock({ frozenAt: 0 });
  const property = fc.asyncProperty(
    fc.array(request, { maxLength: 5 }),
    expectation,
    fc.nat(3),
    async (requests, expected, times) => {
      await zoom.reset();
      for (const { kind, id, action, name, encoding } of requests) {
        const settings = name === undefined ? {} : { settings: { display_name: name } };
        await send(zoom.url, `${kind}/${id}`, { action, ...settings }, encoding as "json");
      }
      const matched = (await zoom.requests.list()).filter((entry) => holds(expected, entry)).map((entry) => entry.id);
      const found = await zoom.verify({ ...expected, times } as never).catch((error) => error.verification);
      expect(found).toMatchObject({ ok: matched.length === times, matched });
    },
  );
  await fc.assert(property, { numRuns: 150 });
});
