import fc from "fast-check";
import { expect, test } from "vitest";
import { readMultipart } from "../../src/http/multipart.js";
import { readSimpleForm } from "../../src/http/simple-form.js";

const part = (name: string, value: string, more = "") =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

const read = (text: string) => readSimpleForm(Buffer.from(text), "b");

test("the form of the seeds is a simple one", () => {
  expect(read(`${part("action", "start")}${part("settings", '{"display_name":"Büro ☕"}')}--b--\r\n`)).toEqual([
    { name: "action", value: "start", isFile: false, type: undefined },
    { name: "settings", value: '{"display_name":"Büro ☕"}', isFile: false, type: undefined },
  ]);
});

test.each([
  ["a file", `${part("settings", "{}", '; filename="x"')}--b--\r\n`],
  ["a type of its own", `${part("settings", "{}", "\r\nContent-Type: text/plain")}--b--\r\n`],
  ["an odd name", `${part("settings[x]", "1")}--b--\r\n`],
  ["a name that is encoded", `${part("a%22b", "1")}--b--\r\n`],
  ["a header in other letters", `${part("a", "1").replace("Content-D", "content-d")}--b--\r\n`],
  ["no final delimiter", part("action", "start")],
  ["something behind the end", `${part("action", "start")}--b--\r\nmore`],
  ["something before the start", `x\r\n${part("action", "start")}--b--\r\n`],
  ["lines that end with LF", `${part("action", "start")}--b--\r\n`.replaceAll("\r\n", "\n")],
  ["no parts", "--b--\r\n"],
  ["many parts", `${part("a", "1").repeat(11)}--b--\r\n`],
  ["a long value", `${part("a", "x".repeat(5000))}--b--\r\n`],
])("a form with %s is left to multer", (_what, text) => {
  expect(read(text)).toBeUndefined();
});

const name = fc.oneof(fc.constantFrom("action", "settings"), fc.string({ maxLength: 8 }));
const piece = fc.constantFrom("--b", "--b--", "\r\n", "\n", "--", "b", '"', "start", "{}", "é", "\u0000", "--bc");
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.array(piece, { maxLength: 6 }).map((all) => all.join("")),
);
const form = fc
  .tuple(
    fc.array(fc.tuple(name, value), { maxLength: 4 }),
    fc.constantFrom("--b--\r\n", "--b--\r\n", "--b--", "--b\r\n", ""),
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(piece, { maxLength: 2 }) }),
  )
  .map(([parts, end, rest]) => parts.map(([n, v]) => part(n, v)).join("") + end + rest.join(""));

test("what is read as a simple form, multer reads alike", async () => {
  let simple = 0;
  await fc.assert(
    fc.asyncProperty(form, async (text) => {
      const parts = read(text);
      if (!parts) return;
      simple += 1;
      expect(parts).toEqual(await readMultipart(Buffer.from(text), "multipart/form-data; boundary=b"));
    }),
    { numRuns: 2000 },
  );
  expect(simple).toBeGreaterThan(100);
});
