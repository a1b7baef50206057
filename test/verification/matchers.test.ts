import { expect } from "vitest";
import { test } from "../../src/vitest.js";
import { send } from "../support/commands.js";

const START = { operation: "meetingLiveStreamStatusUpdate", body: { action: "start" } };
const STOP = { body: { action: "stop" } };

const messageOf = (assertion: Promise<unknown>) =>
  assertion.then(
    () => "passed",
    (error: Error) => error.message,
  );

test("Vitest's expect asks a universe what it has received", async ({ zoom }) => {
  await expect(zoom).not.toHaveReceived();
  await send(zoom.url, "meetings/68423085", { action: "start" });
  await send(zoom.url, "meetings/68423085", { action: "stop" });
  await expect(zoom).toHaveReceived(START);
  await expect(zoom).toHaveReceived({ ...START, times: 1 });
  await expect(zoom).not.toHaveReceived({ ...START, times: 2 });
  await expect(zoom).toHaveReceivedInOrder([START, STOP]);
  await expect(zoom).not.toHaveReceivedInOrder([STOP, START]);
});

test("what fails says what came near; what should not be there says what was", async ({ zoom }) => {
  await send(zoom.url, "meetings/68423085", { action: "Start" });
  expect(await messageOf(expect(zoom).toHaveReceived(START))).toMatch(/^Failed to verify: [\s\S]*differs in case only/);
  expect(await messageOf(expect(zoom).toHaveReceivedInOrder([START]))).toMatch(/^Failed to verify the order/);
  expect(await messageOf(expect(zoom).not.toHaveReceived({ outcome: "validationFailed" }))).toMatch(
    /^Failed to verify: this was received, and should not be\.\n[\s\S]*#1 PATCH .* → 400 validationFailed$/,
  );
});

test("a wrong expectation and what is no mock fail with and without .not", async ({ zoom }) => {
  const typo = { operation: "meetingLiveStreamStatus" };
  expect(await messageOf(expect(zoom).toHaveReceived(typo))).toContain("there is no operation");
  expect(await messageOf(expect(zoom).not.toHaveReceived(typo))).toContain("there is no operation");
  expect(await messageOf(expect({}).not.toHaveReceived(START))).toContain("is no mock");
});
