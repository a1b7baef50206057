import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("of a faulted request a mock used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ profile: "2025" });
    zoom = use(started);
  });
  afterEach(() => started.close());

  const start = (headers = {}) =>
    send(zoom.url, "meetings/68423085", { action: "start" }, "json", headers).catch(() => undefined);

  test("explains that nothing of it was decided, whatever the answer says", async () => {
    await zoom.faults.plan({ outcome: "notStarted" });
    await start();
    const explanation = await zoom.requests.explain(1);
    expect(explanation).toMatchObject({ passed: [], rule: { guard: "fault", outcome: "notStarted" } });
    expect(explanation.text).toMatchInlineSnapshot(`
      "#1 PATCH /v2/meetings/68423085/livestream/status → 400 notStarted (by fault notStarted)
      Operation: meetingLiveStreamStatusUpdate (Update the status of a meeting's live stream)
      Fault: notStarted; the operation was not performed
      Decided by fault: notStarted, answered when planned fault 1 strikes
      Known from: Zoom description 2025-12-12, 400 code 4927 (documented; fixtures/profiles/2025/meetingLiveStreamStatusUpdate/notStarted.json)
      To be accepted:
        - Send it again once fault 1 no longer strikes (faults.list, faults.delete): nothing of the request was decided."
    `);
  });

  test.each([
    [{ kind: "internalError" }, "fixtures/profiles/2025/faults/internalError.json"],
    [{ error: { status: 404, code: 1, message: "No." } }, "fixtures/profiles/2025/faults/chosenError.json"],
    [{ kind: "resetBefore" }, undefined],
  ] as const)("explains %j by the fault", async (fault, file) => {
    await zoom.faults.plan(fault);
    await start();
    const { rule, fixture, toBeAccepted } = await zoom.requests.explain(1);
    expect([rule?.guard, rule?.when, fixture?.file]).toEqual(["fault", "planned fault 1 strikes", file]);
    expect(toBeAccepted).toEqual([expect.stringContaining("once fault 1 no longer strikes")]);
  });

  test("explains one that asked for it by its header", async () => {
    await start({ "x-zoom-mock-fault": "badGateway" });
    const { rule, toBeAccepted } = await zoom.requests.explain(1);
    expect(rule).toMatchObject({ guard: "fault", when: "the header x-zoom-mock-fault asks for it" });
    expect(toBeAccepted).toEqual([expect.stringMatching(/^Leave the header x-zoom-mock-fault out/)]);
  });

  test("explains an answer that was only spoiled by what decided it, and says what went wrong", async () => {
    await zoom.faults.plan({ kind: "brokenJson" });
    await start();
    const { rule, toBeAccepted, text } = await zoom.requests.explain(1);
    expect([rule?.guard, rule?.outcome, toBeAccepted]).toEqual(["operation", "updated", []]);
    expect(text).toContain(
      "\nFault: brokenJson, the body ends in the middle, although the answer is complete; the operation was performed\n",
    );
  });

  test("names the fault among the reasons why it is not as expected", async () => {
    await zoom.faults.plan({ kind: "resetBefore" });
    await start();
    const message = await zoom.verify({ outcome: "updated" }).catch((error: Error) => error.message);
    expect(message).toMatchInlineSnapshot(`
      "Failed to verify: expected at least 1 request, found none.

      Expected:
        outcome: "updated"

      Nearest of 1:
        #1 PATCH /v2/meetings/68423085/livestream/status → no answer: resetBefore (by fault resetBefore)
          outcome: expected "updated", found "resetBefore"
          Likely: A fault answered. Send it again once fault 1 no longer strikes (faults.list, faults.delete): nothing of the request was decided."
    `);
  });

  test("counts nothing as covered", async () => {
    await zoom.faults.plan({ outcome: "notStarted" });
    await zoom.faults.plan({ kind: "brokenJson" });
    for (const _ of [1, 2]) await start();
    expect((await zoom.coverage()).met).toBe(0);
    await start();
    expect((await zoom.coverage()).met).toBe(1);
  });
});
