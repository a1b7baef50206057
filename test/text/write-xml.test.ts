import fc from "fast-check";
import { expect, test } from "vitest";
import { writeXml } from "../../src/text/write-xml.js";
import { readXml } from "../support/xml.js";

/** What XML 1.0 can hold: any character but controls, surrogates and two that are none. */
const isLegal = (character: string) => /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u.test(character);
const text = fc.string({ unit: "binary" });

test("whatever a message holds, its XML says the same; what XML cannot hold becomes the replacement character", () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (message, fields) => {
      const expected = (sent: string) => [...sent].map((each) => (isLegal(each) ? each : "\uFFFD")).join("");
      const errors = fields.map((field) => ({ field, message }));
      expect(readXml(writeXml("result", { code: 300, message, errors }))).toEqual({
        code: 300,
        message: expected(message),
        errors: fields.map((field) => ({ field: expected(field), message: expected(message) })),
      });
    }),
  );
});
