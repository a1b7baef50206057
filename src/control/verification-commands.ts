import * as v from "valibot";
import { type JournalEntry, type KeptExchange, presented } from "../simulator/journal.js";
import { checkExpectation } from "../verification/check-expectation.js";
import type { RequestExpectation, Verification } from "../verification/expectation.js";
import { mismatches } from "../verification/match-request.js";
import { type Evidence, verifyRequests } from "../verification/verify.js";
import { verifyOrder } from "../verification/verify-in-order.js";
import { type ControlHost, defineCommand } from "./command.js";
import { waitWithin } from "./wait.js";

const text = v.union(
  [
    v.string(),
    v.number(),
    v.boolean(),
    v.strictObject({ $match: v.string() }),
    v.strictObject({ $absent: v.literal(true) }),
  ],
  'it is neither a text nor {"$match": "…"} nor {"$absent": true}',
);
const texts = v.exactOptional(v.record(v.string(), text));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const EXPECTATION = {
  operation: v.exactOptional(v.string()),
  params: texts,
  query: texts,
  headers: texts,
  body: v.exactOptional(v.unknown()),
  encoding: v.exactOptional(v.picklist(["json", "multipart", "urlencoded", "other", "none"])),
  outcome: v.exactOptional(v.string()),
  status: v.exactOptional(whole),
};

const COUNT = { times: v.exactOptional(whole), atLeast: v.exactOptional(whole), atMost: v.exactOptional(whole) };

export const verify = defineCommand({
  method: "POST",
  path: "/verify",
  summary: "Whether the client has sent what is expected: `ok`, and a `message` with what came near and why.",
  input: v.strictObject({
    body: v.pipe(
      v.strictObject({ ...EXPECTATION, ...COUNT }),
      v.check(
        ({ times, atLeast, atMost }) => times === undefined || (atLeast === undefined && atMost === undefined),
        "times goes without atLeast and atMost",
      ),
      v.check(({ atLeast = 0, atMost = atLeast }) => atLeast <= atMost, "atLeast is more than atMost"),
    ),
  }),
  run: async (host, { body: { times, atLeast, atMost, ...expectation } }): Promise<Verification> => {
    checkExpectation(expectation, host.simulator.operations);
    const count = {
      ...(times !== undefined && { times }),
      ...(atLeast !== undefined && { atLeast }),
      ...(atMost !== undefined && { atMost }),
    };
    return verifyRequests(expectation, count, evidenceOf(host));
  },
});

export const verifyInOrder = defineCommand({
  method: "POST",
  path: "/verify/in-order",
  summary: "Whether the client has sent what is expected one after the other, whatever came between.",
  input: v.strictObject({
    body: v.strictObject({ requests: v.pipe(v.array(v.strictObject(EXPECTATION)), v.minLength(1, "it is empty")) }),
  }),
  run: async (host, { body: { requests } }): Promise<Verification> => {
    for (const expectation of requests) checkExpectation(expectation, host.simulator.operations);
    return verifyOrder(requests, evidenceOf(host));
  },
});

/** Longer than any test waits, and shorter than fetch of Node's does. */
const LONGEST_WAIT = 240_000;

/** Shorter than what test runners give a test: the message is to come from here. */
const USUAL_WAIT = 2000;

/** What a wait has ended with. */
export interface Waited extends Verification {
  /** The first request that is as expected. */
  readonly request: JournalEntry | null;
}

export const waitForRequest = defineCommand({
  method: "POST",
  path: "/requests/wait",
  summary: "Answers as soon as there is a request as expected, at the latest after `timeout` milliseconds.",
  input: v.strictObject({
    body: v.strictObject({
      ...EXPECTATION,
      timeout: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_WAIT)), USUAL_WAIT),
    }),
  }),
  run: async (host, { body: { timeout, ...expectation } }): Promise<Waited> => {
    checkExpectation(expectation, host.simulator.operations);
    const found = await waitWithin(host.universe, timeout, (signal) => firstAsExpected(host, expectation, signal));
    const verification = verifyRequests(expectation, {}, evidenceOf(host));
    if (found) return { ...verification, ok: true, request: presented(found) };
    return { ...verification, message: `${verification.message}\n\nWaited ${timeout} ms.`, request: null };
  },
});

/** The first request that is as expected, now or until the signal is aborted; the journal tells of new ones. */
function firstAsExpected(
  { universe: { journal } }: ControlHost,
  expectation: RequestExpectation,
  signal: AbortSignal,
): Promise<KeptExchange | undefined> {
  const isExpected = (kept: KeptExchange) => mismatches(expectation, kept).length === 0;
  const known = journal.kept().find(isExpected);
  if (known || signal.aborted) return Promise.resolve(known);
  return new Promise((resolve) => {
    const end = (kept?: KeptExchange) => {
      stop();
      resolve(kept);
    };
    const stop = journal.onAdd((kept) => void (isExpected(kept) && end(kept)));
    signal.addEventListener("abort", () => end());
  });
}

function evidenceOf({ simulator, universe, universes }: ControlHost): Evidence {
  const { operations, fields } = simulator;
  const { journal } = universe;
  return {
    operations,
    fields,
    kept: journal.kept(),
    dropped: journal.dropped,
    elsewhere: (expectation) =>
      [universes.default, ...universes.list()]
        .filter((other) => other.id !== universe.id)
        .filter((other) => other.journal.kept().some((kept) => mismatches(expectation, kept).length === 0))
        .map(({ id }) => id),
  };
}
