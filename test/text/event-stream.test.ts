import fc from "fast-check";
import { expect, test } from "vitest";
import { createEventReader, streamedEvent } from "../../src/text/event-stream.js";

test("what is written is read, wherever the stream is cut, with comments and carriage returns in between", () => {
  const messages = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(messages, fc.boolean(), fc.array(fc.nat(60)), (values, hasReturns, cuts) => {
      const stream = values
        .map((value) => `:\n\n${streamedEvent({ id: 1, type: "x" }, JSON.stringify(value))}`)
        .join("");
      let rest = hasReturns ? stream.replaceAll("\n", "\r\n") : stream;
      const read = createEventReader();
      const found: string[] = [];
      for (const length of [...cuts, rest.length]) {
        found.push(...read(rest.slice(0, length)));
        rest = rest.slice(length);
      }
      expect(found).toEqual(values.map((value) => JSON.stringify(value)));
    }),
  );
});
