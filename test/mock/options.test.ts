import { expect, test } from "vitest";
import { createZoomMockApp, InvalidFilesError, startZoomMock, ZoomMockOptionsError } from "../../src/index.js";

test.each<[options: object, message: RegExp, kind?: typeof ZoomMockOptionsError | typeof InvalidFilesError]>([
  [{ profil: "2025" }, /profil: there is no such field\. Did you mean profile\?/],
  [{ profile: 2025 }, /profile: expected string, found 2025/],
  [{ profile: "2021", fixtures: "./mine" }, /profile and fixtures: give one of them, not both/],
  [
    { switches: { startWhileLive: "perhaps" } },
    /switches\.startWhileLive: expected \("accept" \| "refuse"\), found "perhaps"/,
  ],
  [{ switches: { startThrottleSeconds: -1 } }, /switches\.startThrottleSeconds: expected >=0, found -1/],
  [{ strict: "yes" }, /strict: expected boolean, found "yes"/],
  [{ realistic: "yes" }, /realistic: expected boolean, found "yes"/],
  [{ switches: { language: "fr" } }, /switches\.language: expected \("en" \| "es"\), found "fr"/],
  [{ journal: 1.5 }, /journal: /],
  [{ tokens: "all" }, /tokens: expected \("any" \| "issued"\), found "all"/],
  [{ autoConsent: "yes" }, /autoConsent: expected boolean, found "yes"/],
  [{ port: 70_000 }, /port: expected 0 to 65535, found 70000/],
  [{ port: -1 }, /port: expected 0 to 65535, found -1/],
  [{ frozenAt: "noon" }, /frozenAt: it is not a date/],
  [{ frozenAt: "5" }, /frozenAt: it is not a date/],
  [{ frozenAt: new Date(Number.NaN) }, /frozenAt: expected \(Date \| string \| number\)/],
  [{ frozenAt: 8.64e15 }, /frozenAt: it lies outside the years 0000 to 9999/],
  [{ switches: { startWileLive: "refuse" } }, /switches\.startWileLive: .* Did you mean startWhileLive\?/],
  [
    { scenario: { account_id: "a", meetings: [{ id: "1", statuss: "x" }] } },
    /meetings\.0\.statuss: there is no such field/,
    InvalidFilesError,
  ],
  [{ profile: "2052" }, /Profiles: 2021, 2025, or a folder\. Did you mean 2025\?/, InvalidFilesError],
  [{ scenario: "defualt" }, /Scenarios: default, empty, or a file\. Did you mean default\?/, InvalidFilesError],
  [{ scenario: "/" }, /\/: it is a folder, not a file/, InvalidFilesError],
  [{ plan: "basic" }, /plan: expected \("free" \| "pro" \| "business"\), found "basic"/],
  [{ log: "xml" }, /log: expected \("pretty" \| "json" \| "silent"\), found "xml"/],
  [
    { host: "0.0.0.0" },
    /host: an address that other machines reach needs a controlToken \(--control-token, ZOOM_MOCK_CONTROL_TOKEN\)/,
  ],
  [{ controlToken: "" }, /controlToken: it must not be empty/],
  [{ prot: 1, strict: 1 }, /prot: [\s\S]*strict: |strict: [\s\S]*prot: /],
])("wrong options are refused at construction: %j", async (options, message, kind = ZoomMockOptionsError) => {
  const error = await startZoomMock(options as never).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(kind);
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
