import { expect, test } from "vitest";
import { zoomMock } from "../support/cli.js";

test.each([
  [["strat"], {}, /unknown command 'strat'\n\(Did you mean start\?\)/],
  [["start", "--prot", "1"], {}, /unknown option '--prot'\n\(Did you mean --port\?\)/],
  [["start", "--port", "x"], {}, /'--port <number>' argument 'x' is invalid\. Give a whole number/],
  [["start", "--port", "70000"], {}, /port: expected 0 to 65535, found 70000/],
  [["start"], { ZOOM_MOCK_PLAN: "basic" }, /ZOOM_MOCK_PLAN.*Allowed choices are free, pro, business/],
  [["start", "--log", "xml"], {}, /Allowed choices are pretty, json, silent/],
  [["start", "--tokens", "all"], {}, /Allowed choices are any, issued/],
  [["start", "--profile", "2022"], {}, /2022\/profile\.json: there is no such file\. Profiles: 2021, 2025/],
  [["start", "--profile", "2052"], {}, /Did you mean 2025\?/],
  [["start", "--profile", "2021", "--fixtures", "."], {}, /profile and fixtures: give one of them/],
  [["start", "--scenario", "nope"], {}, /nope: there is no such file\. Scenarios: default, empty/],
  [["start", "--scenario", "defualt"], {}, /Did you mean default\?/],
  [["start", "--scenario", "/tmp"], {}, /\/tmp: it is a folder, not a file/],
  [["start", "--switch", "startWhileLive"], {}, /Write it as name=value/],
  [["start", "--switch", "startWileLive=refuse"], {}, /switches\.startWileLive: .* Did you mean startWhileLive\?/],
  [
    ["start", "--host", "0.0.0.0"],
    {},
    /needs a controlToken \(--control-token, ZOOM_MOCK_CONTROL_TOKEN\), or control: false/,
  ],
  [["start", "--frozen-at", "noon"], {}, /frozenAt: it is not a date\. Give ISO 8601/],
  [["start", "--frozen-at", "2026-01-31T12:00:00"], {}, /frozenAt: it says no time zone/],
  [["start", "extra"], {}, /too many arguments/],
  [["start"], { ZOOM_MOCK_STRICT: "perhaps" }, /ZOOM_MOCK_STRICT is "perhaps"\. Set it to true or false/],
  [["start"], { ZOOM_MOCK_PORT: "x" }, /ZOOM_MOCK_PORT|--port/],
  [[], {}, /Usage: zoom-mock/],
])("wrong usage %j %j exits with 2 and says what is right", async (args, env, message) => {
  const { code, stderr, stdout } = await zoomMock(args, env as Record<string, string>);
  expect(stderr).toMatch(message);
  expect([code, stdout]).toEqual([2, ""]);
});
