import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  type Registration,
  readRegistration,
  rulesOf,
  writeRegistration,
} from "../../src/interception/registration.js";

const folder = mkdtempSync(join(tmpdir(), "zoom-mock-"));
const authority = join(folder, "authority.pem");
writeFileSync(authority, "a certificate");
afterAll(() => rmSync(folder, { recursive: true }));

const registration: Registration = {
  tls: "127.0.0.1:4443",
  http: "[::1]:4010",
  hosts: ["API.zoom.us."],
  authority,
};

test("what is written is read", () => {
  expect(readRegistration(writeRegistration(registration))).toEqual(registration);
  const offline = { ...registration, offline: true };
  expect(readRegistration(writeRegistration(offline))).toEqual(offline);
});

test("a registration leads its hosts to the mock, and offline refuses all others", () => {
  const redirect = {
    hosts: ["api.zoom.us"],
    to: { tls: { host: "127.0.0.1", port: 4443 }, http: { host: "::1", port: 4010 }, authority: "a certificate" },
  };
  expect(rulesOf(registration)).toEqual({ redirect });
  expect(rulesOf({ ...registration, offline: true }).refuse?.("www.example.com")).toMatchObject({
    code: "ERR_ZOOM_MOCK_OFFLINE",
  });
});

describe("what is no registration is refused with what is wrong:", () => {
  test.each<[what: string, text: string, why: string]>([
    ["no JSON", "{", "JSON"],
    ["nothing", "null", "tls: expected host:port, found undefined; http: expected host:port, found undefined; hosts:"],
    [
      "no port",
      writeRegistration({ ...registration, tls: "127.0.0.1" }),
      'tls: expected host:port, found "127.0.0.1".',
    ],
    ["an address", writeRegistration({ ...registration, http: "http://localhost:1" }), "http: expected host:port"],
    ["no list", writeRegistration({ ...registration, hosts: "zoom.us" as never }), 'a list of names, found "zoom.us"'],
    [
      "no names",
      writeRegistration({ ...registration, hosts: [1] as never }),
      "hosts: expected a list of names, found [1]",
    ],
    ["no path", writeRegistration({ ...registration, authority: 1 as never }), "authority: expected a path, found 1"],
    ["no choice", writeRegistration({ ...registration, offline: "no" as never }), 'true or false, found "no"'],
  ])("%s", (_what, text, why) => {
    expect(() => readRegistration(text)).toThrow("Failed to read ZOOM_MOCK_REGISTER: ");
    expect(() => readRegistration(text)).toThrow(why);
    expect(() => readRegistration(text)).toThrow("Leave the variable to zoom-mock exec.");
  });

  test("an authority that is not there", () => {
    const gone = { ...registration, authority: join(folder, "gone.pem") };
    expect(() => rulesOf(gone)).toThrow(/Failed to read ZOOM_MOCK_REGISTER: authority: ENOENT.*gone\.pem/);
  });
});
