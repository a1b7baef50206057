import { expect, test } from "vitest";
import { FAULT_KINDS, type FaultKind } from "../../src/domain/fault.js";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { zoomMock } from "../support/cli.js";

/** What the client makes of it does not matter here. */
const struck = (zoom: ZoomMock, headers = {}) =>
  fetch(`${zoom.url}/v2/meetings/68423085`, { headers: { authorization: "Bearer any", ...headers } })
    .then((response) => response.text())
    .catch(() => "no answer");

const met = async (zoom: ZoomMock) =>
  Object.fromEntries(Object.entries((await zoom.coverage()).faults.kinds).filter(([, count]) => count > 0));

test.each(Object.keys(FAULT_KINDS) as FaultKind[])(
  "a request that met %s counts for that and for nothing else",
  async (kind) => {
    await using zoom = await startZoomMock();
    await zoom.faults.plan({ kind, delay: 1 });
    await struck(zoom);
    expect(await met(zoom)).toEqual({ [kind]: 1 });
    expect(await zoom.coverage()).toMatchObject({
      total: 0,
      operations: [],
      faults: { percent: 9, met: 1, total: 11 },
    });
  },
);

test("a fault that a header asks for counts; an outcome or an error of choice is no kind", async () => {
  await using zoom = await startZoomMock();
  await struck(zoom, { "x-zoom-mock-fault": "badGateway" });
  await struck(zoom, { "x-zoom-mock-fault": "meetingDoesNotExist" });
  await zoom.faults.plan({ error: { status: 418, code: 1, message: "Tea." } });
  await struck(zoom);
  expect(await met(zoom)).toEqual({ badGateway: 1 });
});

test("what was planned and struck nobody is not met", async () => {
  await using zoom = await startZoomMock();
  await zoom.faults.plan({ kind: "badGateway", operation: "user" });
  await struck(zoom);
  expect(await met(zoom)).toEqual({});
});

test("adds up over resets and universes, and is cleared with the rest", async () => {
  await using zoom = await startZoomMock();
  await using universe = await zoom.universe();
  const asked = { "x-zoom-mock-fault": "emptyBody" };
  await struck(zoom, asked);
  await zoom.reset();
  await struck(zoom, { ...asked, "x-zoom-mock-universe": universe.id });
  expect(await met(zoom)).toEqual({ emptyBody: 2 });
  await zoom.clearCoverage();
  expect(await met(zoom)).toEqual({});
});

test("the command tells of faults in words, and has a threshold of their own", async () => {
  await using zoom = await startZoomMock();
  await struck(zoom, { "x-zoom-mock-fault": "badGateway" });
  const { code, stdout, stderr } = await zoomMock(["coverage", "--url", zoom.url, "--min-faults", "100"]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^Failed to reach 100 %: 9 % of the faults were met/)]);
  expect(stdout).toMatch(/\n {2}internalError {7}never\n {2}badGateway {10}1\n/);
  expect(stdout).toMatch(/Your tests never saw any webhook, fault internalError, fault serviceUnavailable, /);
  expect(stdout).toContain("\n9 % of the faults: 1 of 11\n");
  const others = Object.keys(FAULT_KINDS).filter((kind) => kind !== "badGateway");
  expect((await zoomMock(["coverage", "--url", zoom.url, "--min-faults", "100", "--ignore", ...others])).code).toBe(0);
});
