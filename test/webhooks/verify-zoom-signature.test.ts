import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyZoomSignature } from "../../src/index.js";
import { signatureOf } from "../../src/webhooks/signature.js";

const NOW = 1_769_860_800_000;
const secretToken = "s3cret";
const request = (body = '{"event":"a"}', at = NOW, secret = secretToken) => {
  const timestamp = String(at / 1000);
  return {
    headers: { "x-zm-request-timestamp": timestamp, "x-zm-signature": signatureOf(secret, timestamp, body) },
    body,
  };
};
const verify = (received: Parameters<typeof verifyZoomSignature>[0], tolerance: string | number = "5m") =>
  verifyZoomSignature(received, { secretToken, now: NOW, tolerance });

test("a body is taken as text or as bytes, headers as an object or as Headers", () => {
  const { headers, body } = request('{"topic":"Straße"}');
  expect(verify({ headers, body })).toBe(true);
  expect(verify({ headers: new Headers(headers), body: Buffer.from(body) })).toBe(true);
});

test("the tolerance holds in both directions", () => {
  for (const [seconds, is] of [
    [-301, false],
    [-300, true],
    [0, true],
    [300, true],
    [301, false],
  ] as const) {
    expect([seconds, verify(request("{}", NOW + seconds * 1000))]).toEqual([seconds, is]);
  }
  expect(verify(request("{}", NOW - 2000), "1s")).toBe(false);
});

test("without a time of its own it is the machine's", () => {
  expect(verifyZoomSignature(request(), { secretToken, tolerance: "36500d" })).toBe(true);
  expect(verifyZoomSignature(request("{}", 1000), { secretToken })).toBe(false);
});

test("what is missing or strange in the headers is no signature", () => {
  const { headers, body } = request();
  for (const strange of [
    {},
    { ...headers, "x-zm-signature": undefined },
    { ...headers, "x-zm-signature": "" },
    { ...headers, "x-zm-signature": headers["x-zm-signature"].slice(0, -1) },
    { ...headers, "x-zm-signature": headers["x-zm-signature"].toUpperCase() },
    { ...headers, "x-zm-request-timestamp": "1e9" },
    { ...headers, "x-zm-request-timestamp": ["1769860800"] },
  ]) {
    expect(verify({ headers: strange, body })).toBe(false);
  }
  expect(verify(request("{}", NOW, "another"))).toBe(false);
});

test("no other body has the signature", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (body, other) => {
      const { headers } = request(body);
      expect(verify({ headers, body: other })).toBe(other === body);
    }),
  );
});

test("a parsed body and a missing secret token are faults of the caller", () => {
  const { headers } = request();
  expect(() => verify({ headers, body: {} as string })).toThrow(/Give it as it arrived/);
  expect(() => verifyZoomSignature(request(), { secretToken: "" })).toThrow(/there is no secret token/);
});
