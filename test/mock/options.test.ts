import { expect, test } from "vitest";
import { createZoomMockApp, startZoomMock, ZoomMockOptionsError } from "../../src/index.js";

test.each([
  [{ profil: "2025" }, /profil: there is no such field\. Did you mean profile\?/],
  [{ profile: 2025 }, /profile: expected string, found 2025/],
  [{ profile: "2021", fixtures: "./mine" }, /profile and fixtures: give one of them, not both/],
  [
    { switches: { startWhileLive: "perhaps" } },
    /switches\.startWhileLive: expected \("accept" \| "refuse"\), found "perhaps"/,
  ],
  [{ switches: { startThrottleSeconds: -1 } }, /switches\.startThrottleSeconds: expected >=0, found -1/],
  [{ strict: "yes" }, /strict: expected boolean, found "yes"/],
  [{ journal: 1.5 }, /journal: /],
  [{ port: 70_000 }, /port: expected <=65535, found 70000/],
  [{ frozenAt: "noon" }, /frozenAt: it is not a time/],
  [{ log: "xml" }, /log: expected \("pretty" \| "json" \| "silent"\), found "xml"/],
  [{ host: "0.0.0.0" }, /host: an address that other machines reach needs a controlToken/],
  [{ controlToken: "" }, /controlToken: it must not be empty/],
  [{ prot: 1, strict: 1 }, /prot: [\s\S]*strict: |strict: [\s\S]*prot: /],
])("wrong options are refused at construction: %j", async (options, message) => {
  const error = await startZoomMock(options as never).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ZoomMockOptionsError);
  expect((error as Error).message).toMatch(message);
});

test("options that only a server has are refused for an app", () => {
  expect(() => createZoomMockApp({ port: 1 } as never)).toThrow(/port: there is no such field/);
});

test("a mock that other machines reach asks for its token, or has no control API", async () => {
  await using guarded = await startZoomMock({ host: "0.0.0.0", controlToken: "secret" });
  expect((await fetch(`${guarded.url}/__zoom/health`)).status).toBe(401);
  await using bare = await startZoomMock({ host: "0.0.0.0", control: false });
  expect((await fetch(`${bare.url}/__zoom/health`)).status).toBe(501);
});
