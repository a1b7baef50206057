import express, { type RequestHandler } from "express";
import { expect, test } from "vitest";
import { createPostmanCollection, createZoomMockApp, startZoomMock } from "../../../src/index.js";
import { listening } from "./listening.js";
import { runNewman } from "./run-newman.js";
import { SEED_COLLECTION } from "./seed-items.js";

const collection = createPostmanCollection();
const items = collection.item.flatMap(({ item }) => item);
const requests = items.length;
/** Those that ask for no bearer token. */
const clients = items.filter(({ request }) => request.auth).length;

test.each(["2021", "2025"])("newman finds nothing wrong with the mock of profile %s", async (profile) => {
  await using zoom = await startZoomMock({ profile });
  expect(await runNewman(collection, zoom.url)).toEqual({ requests, assertions: 2 * requests, failures: [] });
  const played = (await zoom.requests.list()).map(({ operation, outcome }) => `${operation}/${outcome}`);
  const expected = collection.item.flatMap(({ item }) => item).map(({ id }) => id.split("/")[0]);
  expect(played.map((each) => each.split("/")[0])).toEqual(expected);
});

test("newman sends the seeds' own items, and each is answered as it documents", async () => {
  await using zoom = await startZoomMock();
  const auth = { type: "bearer", bearer: [{ key: "token", value: "any", type: "string" }] };
  const items = SEED_COLLECTION.item[0]?.item.map((item) => withAuth(item, auth));
  const { requests: sent, failures } = await runNewman({ ...SEED_COLLECTION, item: items }, zoom.url);
  expect([sent, failures]).toEqual([2, []]);
  expect((await zoom.requests.list()).map(({ status, diagnoses }) => [status, diagnoses])).toEqual([
    [204, []],
    [204, []],
  ]);
});

/** The items name OAuth without a token. */
const withAuth = (item: unknown, auth: object) => {
  const { request } = item as { request: object };
  return { ...(item as object), request: { ...request, auth } };
};

const otherStatus: RequestHandler = (_, res, next) => {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => typeof res;
  res.writeHead = (_status: number, ...rest: unknown[]) => writeHead(202, ...rest);
  next();
};
const prefer =
  (outcome: string): RequestHandler =>
  (req, _, next) => {
    req.headers["prefer"] = `example=${outcome}`;
    next();
  };

const UNLISTED = "to include '202/none'";
test.each([
  ["answers another status", otherStatus, 2 * requests, UNLISTED],
  [
    "answers a refusal that is listed",
    prefer("accessTokenMissing"),
    requests + clients,
    "expected 401 to be one of [ 204 ]",
  ],
  ["answers nothing that Zoom would", prefer("nothing"), 2 * requests, "to include '422/none'"],
] as const)("newman sees a mock that %s", async (_, mutation, failed, message) => {
  const app = express();
  app.use(mutation, createZoomMockApp());
  await using server = await listening(app);
  const { assertions, failures } = await runNewman(collection, server.url);
  expect([assertions, failures.length]).toEqual([2 * requests, failed]);
  expect(failures.join("\n")).toContain(message);
});
