import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FAULT_KINDS, type FaultKind } from "../../../src/domain/fault.js";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { CLIENTS, type Seen, type Target, viaFetch } from "./clients.js";

const MEETING = "68423085";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ frozenAt: "2026-01-31T12:00:00Z" });
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

const start = (): Target => ({ method: "PATCH", url: `${zoom.url}/v2/meetings/${MEETING}/livestream/status` });
const read = (): Target => ({ method: "GET", url: `${zoom.url}/v2/meetings/${MEETING}` });

const JSON_TYPE = "application/json;charset=UTF-8";
const LOST =
  /ECONNRESET|other side closed|terminated|socket hang up|aborted|Invalid|Parse Error|HTTPParserError|curl: \((1|18|52|56)\)/;

const isMeeting = (body: string): boolean => JSON.parse(body).id === Number(MEETING);

/** What a client sees of an answer of 5xx. */
const isError =
  (code: number, message: string) =>
  (...both: [Seen, Seen]) => {
    for (const { status, type, body } of both) {
      expect([status, type, JSON.parse(body)]).toEqual([code, JSON_TYPE, { code, message }]);
    }
  };

/** How long what is late is late, in milliseconds; and what a client sees of it, however busy the machine is. */
const LATE = 200;
const SEEN_LATE = 150;

/** What each kind does, as a client sees it: of an answer with a body, and of one without. */
const KINDS: { readonly [Kind in FaultKind]: (read: Seen, command: Seen) => void } = {
  internalError: isError(500, "Internal Server Error"),
  badGateway: isError(502, "Bad Gateway"),
  serviceUnavailable: isError(503, "Service Unavailable"),
  delay: (read, command) => {
    expect([read.status, isMeeting(read.body), command.status]).toEqual([200, true, 204]);
    expect(Math.min(read.head, command.head)).toBeGreaterThanOrEqual(SEEN_LATE);
  },
  slowBody: (read, command) => {
    expect([read.status, isMeeting(read.body), command.status]).toEqual([200, true, 204]);
    expect(read.total - read.head).toBeGreaterThanOrEqual(SEEN_LATE);
    expect(command.head).toBeGreaterThanOrEqual(SEEN_LATE);
  },
  resetBefore: (...both) => {
    for (const { failure, status, body } of both) {
      expect([failure, status, body]).toEqual([expect.stringMatching(LOST), undefined, ""]);
    }
  },
  resetMidway: (read, command) => {
    expect([read.failure, read.status]).toEqual([expect.stringMatching(LOST), 200]);
    expect(read.body).toMatch(/^\{"id":68423085,.*[^}]$/);
    expect([command.failure, command.body]).toEqual([expect.stringMatching(LOST), ""]);
  },
  brokenJson: (...both) => {
    for (const { status, type, body, failure } of both) {
      expect([status, type, failure, body]).toEqual([200, JSON_TYPE, undefined, expect.stringMatching(/^\{/)]);
      expect(() => JSON.parse(body)).toThrow(SyntaxError);
    }
  },
  emptyBody: (...both) => {
    for (const { status, type, body, failure } of both) {
      expect([status, type, body, failure]).toEqual([200, JSON_TYPE, "", undefined]);
    }
  },
  wrongContentType: (read, command) => {
    expect([read.status, read.type, isMeeting(read.body)]).toEqual([200, "text/html;charset=UTF-8", true]);
    expect([command.status, command.type, command.body]).toEqual([200, "text/html;charset=UTF-8", "{}"]);
  },
  // That there is a second answer a client shows by its connection: see duplicate.test.ts.
  duplicate: (read, command) => {
    expect([read.status, isMeeting(read.body)]).toEqual([200, true]);
    expect([command.status, command.body]).toEqual([204, ""]);
  },
};

describe.each(CLIENTS)("%s", (_name, send) => {
  test.each(Object.keys(FAULT_KINDS) as FaultKind[])("sees %s, once, and nothing of it afterwards", async (kind) => {
    const delay = kind === "delay" || kind === "slowBody" ? { delay: LATE } : {};
    const seen: Seen[] = [];
    for (const target of [read(), start()]) {
      await zoom.faults.plan({ kind, ...delay });
      seen.push(await send(target));
      expect(await zoom.faults.list()).toEqual([]);
    }
    KINDS[kind](...(seen as [Seen, Seen]));
    const again = await send(read());
    expect([again.status, isMeeting(again.body)]).toEqual([200, true]);
  });

  test("sees an outcome, and an error of choice with its headers", async () => {
    await zoom.faults.plan({ outcome: "startThrottled" });
    const throttled = await send(start());
    expect([throttled.status, throttled.body]).toEqual([429, expect.stringContaining(MEETING)]);
    await zoom.faults.plan({ error: { status: 404, code: 1001, message: "User does not exist: me." } });
    expect(await send(start())).toMatchObject({
      status: 404,
      body: '{"code":1001,"message":"User does not exist: me."}',
      type: JSON_TYPE,
    });
  });
});

describe("whether the operation was performed", () => {
  test.each(Object.entries(FAULT_KINDS) as [FaultKind, { performed: boolean }][])(
    "%s: is as the table says, unless the plan says otherwise",
    async (kind, { performed }) => {
      const statusAfter = async (plan: object) => {
        await zoom.reset();
        await zoom.faults.plan({ kind, ...(["delay", "slowBody"].includes(kind) && { delay: 1 }), ...plan });
        const seen = await viaFetch(start());
        const { livestream_status } = await zoom.meetings.get(MEETING);
        const [entry] = await zoom.requests.list();
        return { seen, live: livestream_status.status === "live", fault: entry?.fault, events: entry?.events.length };
      };
      const usual = await statusAfter({});
      expect(usual).toMatchObject({ live: performed, fault: { id: 1, name: kind, performed } });
      const other = await statusAfter({ performed: !performed });
      expect(other).toMatchObject({ live: !performed, fault: { id: 1, name: kind, performed: !performed } });
      expect([usual.events, other.events]).toEqual(performed ? [1, 0] : [0, 1]);
      expect(other.seen.status).toBe(usual.seen.status);
    },
  );

  test("an answer that was lost after the start makes the repetition a throttled one", async () => {
    await zoom.faults.plan({ kind: "resetBefore", performed: true });
    expect((await viaFetch(start())).failure).toBeDefined();
    expect((await viaFetch(start())).status).toBe(429);
    await zoom.reset();
    await zoom.faults.plan({ kind: "resetBefore" });
    expect((await viaFetch(start())).failure).toBeDefined();
    expect((await viaFetch(start())).status).toBe(204);
  });
});
