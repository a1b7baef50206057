import { execFile } from "node:child_process";
import axios from "axios";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FAULT_KINDS, type FaultKind } from "../../../src/domain/fault.js";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";

const MEETING = "68423085";
const COMMAND = '{"action":"start"}';

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ frozenAt: "2026-01-31T12:00:00Z" });
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

/** What a client made of an answer: its status and body, or that it failed, and how long that took. */
interface Seen {
  readonly status?: number;
  readonly body?: string;
  readonly type?: string | undefined;
  /** The client's own words. */
  readonly failure?: string;
  readonly milliseconds: number;
}

interface Target {
  readonly method: "GET" | "PATCH";
  readonly path: string;
}

const CLIENTS: readonly [name: string, send: (target: Target) => Promise<Omit<Seen, "milliseconds">>][] = [
  ["fetch", viaFetch],
  ["axios", viaAxios],
  ["curl", viaCurl],
];

const headers = { authorization: "Bearer any", "content-type": "application/json", accept: "application/json" };

async function viaFetch({ method, path }: Target) {
  try {
    const response = await fetch(zoom.url + path, { method, headers, ...(method === "PATCH" && { body: COMMAND }) });
    const type = response.headers.get("content-type") ?? undefined;
    return { status: response.status, body: await response.text(), type };
  } catch (error) {
    return { failure: String((error as { cause?: unknown }).cause ?? error) };
  }
}

async function viaAxios({ method, path }: Target) {
  try {
    const options = { method, url: zoom.url + path, headers, proxy: false as const, responseType: "text" as const };
    const answer = await axios.request<string>({
      ...{ ...options, transformResponse: (text: string) => text, validateStatus: () => true },
      ...(method === "PATCH" && { data: COMMAND }),
    });
    return {
      status: answer.status,
      body: answer.data,
      type: String(answer.headers["content-type"] ?? "") || undefined,
    };
  } catch (error) {
    return { failure: String(error) };
  }
}

function viaCurl({ method, path }: Target): Promise<Omit<Seen, "milliseconds">> {
  const args = ["-s", "-X", method, ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`])];
  if (method === "PATCH") args.push("-d", COMMAND);
  args.push("-w", "\n%{http_code} %{content_type}", zoom.url + path);
  return new Promise((resolve) => {
    execFile("curl", args, { env: { ...process.env, NO_PROXY: "*" } }, (error, stdout) => {
      if (error) return resolve({ failure: `curl: (${error.code})` });
      const [, body = "", status, type] = /^([\s\S]*)\n(\d+) (.*)$/.exec(stdout) ?? [];
      resolve({ status: Number(status), body, type: type || undefined });
    });
  });
}

async function timed(send: (target: Target) => Promise<Omit<Seen, "milliseconds">>, target: Target): Promise<Seen> {
  const from = performance.now();
  return { ...(await send(target)), milliseconds: performance.now() - from };
}

const STATUS: Target = { method: "PATCH", path: `/v2/meetings/${MEETING}/livestream/status` };
const READ: Target = { method: "GET", path: `/v2/meetings/${MEETING}` };
const JSON_TYPE = "application/json;charset=UTF-8";
const broken = (body = "") => {
  expect(body).not.toBe("");
  expect(() => JSON.parse(body)).toThrow(SyntaxError);
};
const failed = ({ failure }: Seen) =>
  expect(failure).toMatch(
    /ECONNRESET|other side closed|terminated|socket hang up|aborted|Invalid|Parse Error|HTTPParserError|curl: \((1|18|52|56)\)/,
  );

/** What each kind does, as a client sees it: of an answer with a body, and of one without. */
const KINDS: { readonly [Kind in FaultKind]: (read: Seen, command: Seen) => void } = {
  internalError: (read) =>
    expect([read.status, read.body]).toEqual([500, '{"code":500,"message":"Internal Server Error"}']),
  badGateway: (read) => expect([read.status, read.body]).toEqual([502, '{"code":502,"message":"Bad Gateway"}']),
  serviceUnavailable: (_read, command) =>
    expect([command.status, command.body]).toEqual([503, '{"code":503,"message":"Service Unavailable"}']),
  delay: (read, command) => {
    expect([read.status, command.status]).toEqual([200, 204]);
    expect(Math.min(read.milliseconds, command.milliseconds)).toBeGreaterThanOrEqual(45);
  },
  slowBody: (read, command) => {
    expect([read.status, JSON.parse(read.body ?? "").id, command.status]).toEqual([200, Number(MEETING), 204]);
    expect(Math.min(read.milliseconds, command.milliseconds)).toBeGreaterThanOrEqual(45);
  },
  resetBefore: (read, command) => [read, command].forEach(failed),
  resetMidway: (read, command) => [read, command].forEach(failed),
  brokenJson: (read, command) => {
    expect([read.status, read.type, command.status, command.type]).toEqual([200, JSON_TYPE, 200, JSON_TYPE]);
    broken(read.body);
    broken(command.body);
  },
  emptyBody: (read, command) => {
    expect([read.status, read.type, read.body]).toEqual([200, JSON_TYPE, ""]);
    expect([command.status, command.type, command.body]).toEqual([200, JSON_TYPE, ""]);
  },
  wrongContentType: (read, command) => {
    expect([read.status, read.type, JSON.parse(read.body ?? "").id]).toEqual([
      200,
      "text/html;charset=UTF-8",
      Number(MEETING),
    ]);
    expect([command.status, command.type, command.body]).toEqual([200, "text/html;charset=UTF-8", "{}"]);
  },
  duplicate: (read, command) => {
    expect([read.status, JSON.parse(read.body ?? "").id]).toEqual([200, Number(MEETING)]);
    expect([command.status, command.body]).toEqual([204, ""]);
  },
};

describe.each(CLIENTS)("%s", (_name, send) => {
  test.each(Object.keys(FAULT_KINDS) as FaultKind[])("sees %s, once, and nothing of it afterwards", async (kind) => {
    const delay = kind === "delay" || kind === "slowBody" ? { delay: 50 } : {};
    const seen: Seen[] = [];
    for (const target of [READ, STATUS]) {
      await zoom.faults.plan({ kind, ...delay });
      seen.push(await timed(send, target));
      expect(await zoom.faults.list()).toEqual([]);
    }
    const [read, command] = seen as [Seen, Seen];
    KINDS[kind](read, command);
    const again = await send(READ);
    expect([again.status, JSON.parse(again.body ?? "").id]).toEqual([200, Number(MEETING)]);
  });

  test("sees an outcome, and an error of choice with its headers", async () => {
    await zoom.faults.plan({ outcome: "startThrottled" });
    const throttled = await send(STATUS);
    expect([throttled.status, throttled.body]).toEqual([429, expect.stringContaining(MEETING)]);
    await zoom.faults.plan({ error: { status: 404, code: 1001, message: "User does not exist: me." } });
    expect(await send(STATUS)).toEqual({
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
        const seen = await viaFetch(STATUS);
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
    expect((await viaFetch(STATUS)).failure).toBeDefined();
    expect((await viaFetch(STATUS)).status).toBe(429);
    await zoom.reset();
    await zoom.faults.plan({ kind: "resetBefore" });
    expect((await viaFetch(STATUS)).failure).toBeDefined();
    expect((await viaFetch(STATUS)).status).toBe(204);
  });
});
