import type { Alteration, Message } from "./altered.js";

/** One deliberate breakage of the mock, as a fault in its code could make it. */
export interface Mutant extends Alteration {
  readonly breakage: string;
}

/** Changes answers that have a JSON body. */
const body = (change: (body: Record<string, unknown>) => void) => (answer: Message) => {
  if (answer.body === "") return;
  const content = JSON.parse(answer.body) as Record<string, unknown>;
  change(content);
  answer.body = JSON.stringify(content);
};

/** Changes answers of a status. */
const status = (from: number, change: (answer: Message) => void) => (answer: Message) => {
  if (answer.status === from) change(answer);
};

/** Each of these breakages must turn the shipped contracts red. */
export const MUTANTS: readonly Mutant[] = [
  { breakage: "success is 200 instead of 204", answer: status(204, (answer) => (answer.status = 200)) },
  {
    breakage: "success is 200 with a body",
    answer: status(204, (answer) => Object.assign(answer, { status: 200, body: "{}" })),
  },
  { breakage: "the odd 300 is made a redirect", answer: status(300, (answer) => (answer.status = 301)) },
  { breakage: "the odd 300 is made a proper 400", answer: status(300, (answer) => (answer.status = 400)) },
  { breakage: "404 is made 400", answer: status(404, (answer) => (answer.status = 400)) },
  { breakage: "400 is made 422", answer: status(400, (answer) => (answer.status = 422)) },
  { breakage: "401 is made 403", answer: status(401, (answer) => (answer.status = 403)) },
  { breakage: "429 is made 503", answer: status(429, (answer) => (answer.status = 503)) },
  { breakage: "Retry-After is missing", answer: ({ headers }) => delete headers["retry-after"] },
  { breakage: "Retry-After is a date", answer: status(429, dateInRetryAfter) },
  { breakage: "the rate limit's category is missing", answer: ({ headers }) => delete headers["x-ratelimit-category"] },
  { breakage: "the tracking id is missing", answer: ({ headers }) => delete headers["x-zm-trackingid"] },
  { breakage: "errors are sent as plain text", answer: plainText },
  { breakage: "errors have no body", answer: (answer) => Object.assign(answer, { body: "" }) },
  { breakage: "the code is a text", answer: body((content) => (content["code"] = String(content["code"]))) },
  { breakage: "the code is another", answer: body((content) => (content["code"] = Number(content["code"]) + 1)) },
  { breakage: "the code is missing", answer: body((content) => delete content["code"]) },
  { breakage: "the message is another", answer: body((content) => (content["message"] = "Something went wrong.")) },
  { breakage: "the message is missing", answer: body((content) => delete content["message"]) },
  { breakage: "the error is wrapped", answer: (answer) => wrapped(answer) },
  { breakage: "a document lacks a member", answer: document(withoutLast) },
  { breakage: "a document is empty", answer: status(200, (answer) => Object.assign(answer, { body: "{}" })) },
  { breakage: "a document is left out", answer: status(200, (answer) => Object.assign(answer, { body: "" })) },
  { breakage: "a document is wrapped in a list", answer: status(200, (answer) => (answer.body = `[${answer.body}]`)) },
  {
    breakage: "a document has another case",
    answer: document((content) =>
      Object.fromEntries(Object.entries(content).map(([name, value]) => [camel(name), value])),
    ),
  },
  { breakage: "what is created is answered with 200", answer: status(201, (answer) => (answer.status = 200)) },
  { breakage: "an id in a document is a text", answer: document(withIdAsText) },
  { breakage: "a list is empty", answer: document(withEmptyLists) },
  { breakage: "a list is told as an object", answer: document(withListsAsObjects) },
  { breakage: "what does not exist has the code of a bad request", answer: status(404, codeOf(300)) },
  { breakage: "the form's action is not read", request: withoutField("action") },
  { breakage: "the form's settings are not parsed", request: inForms(settingsAsText) },
  { breakage: "forms are not read at all", request: inForms((request) => Object.assign(request, { body: "" })) },
  { breakage: "a JSON body is not read", request: inJson((request) => Object.assign(request, { body: "" })) },
  { breakage: "the token is not looked at", request: ({ headers }) => (headers["authorization"] = "Bearer any") },
  { breakage: "provider states are ignored", stateStatus: 200 },
  { breakage: "provider states cannot be set up", stateStatus: 500 },
  { breakage: "webinars are answered as meetings", request: swapped("webinars", "meetings") },
  { breakage: "meetings are answered as webinars", request: swapped("meetings", "webinars") },
];

/** Changes the documents that successes answer with. */
function document(change: (content: Record<string, unknown>) => Record<string, unknown>) {
  return (answer: Message) => {
    if (answer.status >= 300 || answer.body === "") return;
    answer.body = JSON.stringify(change(JSON.parse(answer.body) as Record<string, unknown>));
  };
}

function withoutLast(content: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(content).slice(0, -1));
}

function withIdAsText(content: Record<string, unknown>) {
  return { ...content, ...("id" in content && { id: String(content["id"]) }) };
}

function withEmptyLists(content: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, Array.isArray(value) ? [] : value]));
}

function withListsAsObjects(content: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, Array.isArray(value) ? { ...value } : value]),
  );
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function codeOf(code: number) {
  return body((content) => {
    content["code"] = code;
  });
}

function dateInRetryAfter({ headers }: Message): void {
  headers["retry-after"] = "Sat, 31 Jan 2026 12:00:30 GMT";
}

function plainText(answer: Message): void {
  if (answer.body !== "") answer.headers["content-type"] = "text/plain";
}

function wrapped(answer: Message): void {
  if (answer.body !== "") answer.body = `{"error":${answer.body}}`;
}

function swapped(from: string, to: string) {
  return (request: Message) => {
    request.path = request.path.replace(`/${from}/`, `/${to}/`);
  };
}

function inForms(change: (request: Message) => void) {
  return (request: Message) => {
    if (String(request.headers["content-type"]).startsWith("multipart/")) change(request);
  };
}

function inJson(change: (request: Message) => void) {
  return (request: Message) => {
    if (String(request.headers["content-type"]).startsWith("application/json")) change(request);
  };
}

function withoutField(name: string) {
  return inForms((request) => {
    request.body = request.body.replaceAll(`name="${name}"`, `name="not-${name}"`);
  });
}

/** JSON in JSON is what a server sees that parses the field once too little. */
function settingsAsText(request: Message): void {
  request.body = request.body.replace(
    /(name="settings"\r\n\r\n)(.*)\r\n/,
    (_all, before: string, json: string) => `${before}${JSON.stringify(json)}\r\n`,
  );
}
