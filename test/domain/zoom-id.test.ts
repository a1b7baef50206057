import fc from "fast-check";
import { expect, test } from "vitest";
import { parseZoomId } from "../../src/domain/zoom-id.js";

const LARGEST = 2n ** 63n - 1n;

test("every int64 above zero is an id and keeps all its digits", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: LARGEST }), (id) => {
      expect(parseZoomId(String(id))).toBe(String(id));
    }),
  );
});

test("nothing above 2^63-1 is an id", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: LARGEST + 1n, max: 10n ** 40n }), (id) => {
      expect(parseZoomId(String(id))).toBeUndefined();
    }),
  );
});

test.each(["", " ", "0", "000", ":meetingId", "-1", "+1", "1.0", "1e3", "0x10", "１２３", "68423085 ", "12-345-678"])(
  "%j is no id",
  (text) => {
    expect(parseZoomId(text)).toBeUndefined();
  },
);

test("leading zeros are dropped", () => {
  expect(parseZoomId("0068423085")).toBe("68423085");
});
