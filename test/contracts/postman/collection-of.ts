import { importPostmanCollection } from "../../../src/index.js";

/** A saved example as Zoom's collection has it; `rest` is laid over. */
export const example = (name: string, code: number, rest: object = {}) => ({
  name,
  status: "Bad Request",
  code,
  header: [{ key: "Content-Type", value: "text/plain" }],
  body: "",
  ...rest,
});

/** A saved example with a JSON body. */
export const recorded = (code: number, body: unknown, header: object[] = []) =>
  example("recorded", code, { body: JSON.stringify(body), header });

/** One request of a collection. */
export const item = (response: readonly unknown[], request: object = {}) => ({
  name: "Update",
  request: { method: "PATCH", url: { raw: "{{baseUrl}}/meetings/:meetingId/livestream/status" }, ...request },
  response,
});

/** Imports a meeting's examples; for a webinar's give the request. */
export const importExamples = (examples: readonly unknown[], base = "2021") =>
  importPostmanCollection(item(examples), { extends: base });
