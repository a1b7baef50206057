import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { describeOperations, startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf, assertContract, send } from "../support/commands.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

describe("an answer of choice", () => {
  const { operations } = describeOperations("2021");
  const all = operations.flatMap(({ method, path, outcomes }) =>
    outcomes.map((each) => ({ method, path: path.replace(/\{\w+\}/g, "68423085"), ...each })),
  );

  test.each(all)("Prefer: example=$outcome on $method $path gives $status", async (each) => {
    const { method, path, outcome, status, code } = each;
    const response = await fetch(zoom.url + path, { method, headers: { prefer: `example=${outcome}` } });
    await assertContract(path, response.clone(), method);
    expect(response.headers.get("preference-applied")).toBe(`example=${outcome}`);
    const answer = await answerOf(response);
    expect(answer.status).toBe(status);
    if (code !== null) expect(answer.body).toMatchObject({ code });
    expect(JSON.stringify(answer.body) ?? "").not.toMatch(/[{]\w+[}]|undefined/);
  });

  test("Prefer: code=429 gives the first outcome with that status and changes nothing", async () => {
    const before = await zoom.state.get();
    const response = await send(zoom.url, "meetings/68423085", { action: "start" }, "json", { prefer: "code=429" });
    expect(await answerOf(response)).toMatchObject({
      status: 429,
      body: { message: expect.stringContaining("68423085") },
    });
    expect(await zoom.state.get()).toEqual(before);
    expect(await zoom.requests.list()).toMatchObject([{ outcome: "startThrottled", preferred: true }]);
  });

  test("both together must fit", async () => {
    const headers = { prefer: 'example="userNotInAccount", code=400' };
    expect(await answerOf(await send(zoom.url, "meetings/1", {}, "json", headers))).toMatchObject({
      body: { code: 1010 },
    });
    const contradiction = { prefer: "example=userNotInAccount, code=404" };
    expect((await send(zoom.url, "meetings/1", {}, "json", contradiction)).status).toBe(422);
  });

  test("an outcome that there is not is refused with those that there are", async () => {
    const response = await send(zoom.url, "meetings/1", { action: "start" }, "json", { prefer: "example=notStarted" });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { status, body } = await answerOf(response);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      detail: expect.stringMatching(/no such outcome in this profile.*updated \(204\), startThrottled \(429\)/),
    });
    expect(await zoom.requests.list()).toMatchObject([
      { outcome: null, refusal: expect.stringContaining("notStarted") },
    ]);
  });

  test("the limits of profile 2025 can be asked for, each with its headers", async () => {
    await using current = await startZoomMock({ profile: "2025" });
    const perSecond = await send(current.url, "meetings/68423085", { action: "start" }, "json", { prefer: "code=429" });
    expect([perSecond.status, perSecond.headers.get("x-ratelimit-type"), perSecond.headers.get("retry-after")]).toEqual(
      [429, "QPS", null],
    );
    const perDay = await send(current.url, "webinars/68423085", { action: "start" }, "json", {
      prefer: "example=rateLimitPerDay",
    });
    expect([perDay.status, perDay.headers.get("x-ratelimit-type"), perDay.headers.get("retry-after")]).toEqual([
      429,
      "Daily-limit",
      "2026-01-02T00:00:00Z",
    ]);
  });

  test("other preferences are left alone", async () => {
    const response = await send(zoom.url, "meetings/68423085", { action: "stop" }, "json", {
      prefer: "respond-async, wait=10",
    });
    expect(response.status).toBe(204);
  });
});
