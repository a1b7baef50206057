import { expect, test } from "vitest";
import { InvalidFilesError, importPostmanCollection } from "../../../src/index.js";
import { example, importExamples, item, recorded } from "./collection-of.js";
import { contents } from "./written.js";

const marked = (value: string) => [{ key: "X-Zoom-Mock", value }];

test.each([
  [
    "no outcome has the code",
    example("**Error Code:** `9999`<br>Odd.", 400),
    /no outcome of meeting\w+ has error code 9999/,
  ],
  ["no outcome has the status", example("Teapot.", 418), /has status 418 without a code/],
  [
    "the message says the contrary",
    example("**Error Code:** `3000`<br>Access webinar info.", 400),
    /with error code 3000 says "Access webinar info\."$/,
  ],
  ["the message is another one", example("**Error Code:** `3000`<br>Odd.", 400), /with error code 3000 says "Odd\."$/],
  [
    "the code has no message",
    example("**Error Code:** `3000`<br>**Error Code:** `1010`<br>Odd.", 400),
    /no message for error code 3000/,
  ],
  ["the last code has no message", example("**Error Code:** `3000`", 400), /no message for error code 3000/],
  ["there is no message at all", example("Bad Request", 400), /its body is empty and its name has no message/],
  [
    "the name contradicts the status",
    example("**HTTP Status Code:** `404`<br>Odd.", 400),
    /its name says HTTP 404, its code 400/,
  ],
  [
    "two outcomes say nearly the same",
    example("**Error Code:** `300`<br>Invalid or missing meetingId", 400),
    /^it could be missingMeetingId or invalidMeetingId$/,
  ],
  [
    "a placeholder is unknown",
    example("**Error Code:** `1001`<br>User {uid} does not exist.", 404),
    /userDoesNotExist does not know \{uid\}. Known there: \{meetingId\}, \{userId\}/,
  ],
  ["the body is no JSON", example("odd", 400, { body: "<html>" }), /its body is not JSON/],
  ["the body is no object", example("odd", 400, { body: "[1]" }), /its body is not a JSON object/],
  ["the body has no code", recorded(400, { message: "Odd." }), /its body has no code and message/],
  [
    "the body has more members",
    recorded(400, { code: 3000, message: "Cannot access webinar info.", more: 1 }),
    /more than code and message \(more\)/,
  ],
  [
    "the list of errors differs",
    recorded(400, { code: 300, message: "Validation Failed.", errors: [] }),
    /validationFailed has more than code and message \(errors\)/,
  ],
  ["there is no status", example("odd", Number.NaN, { code: undefined }), /^code: it is missing/],
  ["the status is none", example("odd", 0), /^code: /],
  ["it is no example", null, /expected Object, found null/],
  ["it is a refusal of the mock's own", recorded(422, { title: "No" }, marked("refused")), /zoom-mock itself/],
  [
    "the mock named an unknown outcome",
    recorded(400, { code: 1, message: "No" }, marked("profile=own, outcome=odd, evidence=assumed")),
    /has no outcome odd/,
  ],
  [
    "it is another profile's",
    recorded(400, { code: 1, message: "No" }, marked("profile=2025, outcome=notStarted, evidence=documented")),
    /an answer of profile 2025/,
  ],
])("it is reported, and nothing is written, when %s", (_, unreadable, reason) => {
  const imported = importExamples([unreadable]);
  expect(imported.notRead).toEqual([
    { where: expect.stringMatching(/^Update, example "/), reason: expect.stringMatching(reason) },
  ]);
  expect(Object.keys(contents(imported))).toEqual(["profile.json"]);
});

test("what can be read of an example is, and the rest is reported line by line", () => {
  const name = "**Error Code:** `3000`<br>Cannot access webinar info.<br>Odd.<br>**Error Code:** `7`<br>Odder.";
  const { read, notRead } = importExamples([example(name, 400), recorded(404, { code: 8, message: "Oddest." })]);
  expect(read.map(({ outcome }) => outcome)).toEqual(["cannotAccessWebinarInfo"]);
  expect(notRead.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('"Odd."'),
    expect.stringContaining('"Odder."'),
    expect.stringContaining('"Oddest."'),
  ]);
});

test("an outcome that is told twice is read once when it is the same, and reported when it is not", () => {
  const one = recorded(400, { code: 3000, message: "Cannot access webinar info." });
  const other = recorded(403, { code: 3000, message: "Cannot access webinar info." });
  const { read, notRead, files } = importExamples([one, one, other]);
  expect([read.length, files.length]).toEqual([2, 2]);
  expect(notRead).toEqual([
    {
      where: 'Update, example "recorded"',
      reason: expect.stringContaining("something else of cannotAccessWebinarInfo"),
    },
  ]);
});

test("items that are no request, have no operation or no examples are reported", () => {
  const elsewhere = item([example("Done", 204)], { url: "{{baseUrl}}/phone/calls", method: "get" });
  const prefixed = item([], { url: "https://example.com/other/meetings/1/livestream/status" });
  const folder = { name: "Folder", item: [elsewhere, prefixed, item([]), { name: "Odd" }, 7] };
  const { notRead } = importPostmanCollection({ info: { name: "Mine" }, item: [folder] });
  expect(notRead.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    "Folder / Odd: it is no request: request: it is missing",
    expect.stringMatching(/^Folder \/ an item: it is no request: /),
    "Folder / Update: no operation of zoom-mock has GET /phone/calls; 1 examples are left out",
    expect.stringContaining("no operation of zoom-mock has PATCH /other/meetings/1/livestream/status"),
    "Folder / Update: it has no saved examples",
  ]);
});

test.each([
  ["no collection", { hello: 1 }, {}, "mine.json: it is neither a Postman collection"],
  ["a collection of an old format", { requests: [] }, {}, "export it as v2.1"],
  ["a name that a profile cannot have", item([]), { name: "a b" }, "profile.json, name: "],
  ["a profile that there is not", item([]), { extends: "2020" }, "There are 2021, 2025"],
])("%s is refused", (_, json, options, message) => {
  const attempt = () => importPostmanCollection(json, { file: "mine.json", ...options });
  expect(attempt).toThrow(InvalidFilesError);
  expect(attempt).toThrow(message);
});
