import { expect, test } from "vitest";
import { deviations } from "../support/contract.js";

const PATH = "/v2/meetings/68423085/livestream/status";
const headers = {
  "content-type": "application/json;charset=UTF-8",
  "x-zm-trackingid": "v=2.0",
  "x-ratelimit-category": "Light",
  "x-zoom-mock": "profile=2021",
};
const good = { status: 404, headers, body: '{"code":3001,"message":"Meeting does not exist: 1."}' };
const { "content-type": _type, ...bare } = headers;

test("an answer that keeps the contract has no deviations", async () => {
  expect(await deviations("PATCH", PATH, good)).toEqual([]);
  expect(await deviations("PATCH", PATH, { status: 204, headers: bare, body: "" })).toEqual([]);
});

const { "x-zm-trackingid": _id, ...untracked } = headers;

test.each([
  ["a status", { ...good, status: 418 }, /no documented status 418/],
  ["a redirect", { ...good, status: 301 }, /no documented status 301/],
  ["a header", { ...good, headers: { ...headers, "x-other": "1" } }, /no documented header x-other/],
  ["a header that is missing", { ...good, headers: untracked }, /x-zm-trackingid/],
  ["a code as text", { ...good, body: '{"code":"3001","message":"m"}' }, /code/],
  ["a code of another status", { ...good, body: '{"code":4927,"message":"m"}' }, /code/],
  ["a missing message", { ...good, body: '{"code":3001}' }, /message/],
  ["another member", { ...good, body: '{"code":3001,"message":"m","more":1}' }, /additional properties/],
  ["a body on 204", { status: 204, headers, body: "{}" }, /204 comes as application\/json, documented is nothing/],
  ["no body", { status: 404, headers: bare, body: "" }, /404 comes as nothing/],
  ["another type", { ...good, headers: { ...headers, "content-type": "text/html" } }, /404 comes as text\/html/],
])("%s that is not documented is a deviation", async (_what, answer, message) => {
  expect((await deviations("PATCH", PATH, answer)).join("; ")).toMatch(message);
});
