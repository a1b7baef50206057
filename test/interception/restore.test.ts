import { once } from "node:events";
import net from "node:net";
import tls, { connect } from "node:tls";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { interceptZoom, startZoomMock, type ZoomMock } from "../../src/index.js";
import { redirectConnections } from "../../src/interception/redirect.js";
import { startRawMock } from "./raw-mock.js";
import { type RealServer, startRealServer } from "./real-server.js";

let zoom: ZoomMock;
let other: ZoomMock;
let real: RealServer;
beforeEach(async () => {
  [zoom, other, real] = await Promise.all([startZoomMock(), startZoomMock(), startRealServer()]);
});
afterEach(async () => {
  await Promise.all([zoom.close(), other.close(), real[Symbol.asyncDispose]()]);
});

const patched = () => [net.Socket.prototype.connect, tls.connect, connect];
const asked = async (mock: ZoomMock) => (await mock.requests.list()).length;

test("after restore, functions are the ones of before, whichever interception ends first", async () => {
  const before = patched();
  const first = await interceptZoom(zoom);
  const second = await interceptZoom(other);
  expect(patched().filter((each) => before.includes(each))).toEqual([]);
  await first.restore();
  expect(patched().filter((each) => before.includes(each))).toEqual([]);
  await second.restore();
  await second.restore();
  expect(patched().map((each, index) => each === before[index])).toEqual([true, true, true]);
});

test("what somebody else has put on top meanwhile stays, and works", async () => {
  const interception = await interceptZoom(zoom);
  const theirs = vi.spyOn(tls, "connect");
  onTestFinished(() => theirs.mockRestore());
  await interception.restore();
  expect(tls.connect).toBe(theirs);
  expect(await real.ask()).toBe("real");
  expect(theirs).toHaveBeenCalledOnce();
});

describe("a pool that keeps its connections", () => {
  test("does not go on with those to a mock that was restored", async () => {
    const interception = await interceptZoom(zoom);
    for (const request of [1, 2]) {
      expect(await real.ask()).toContain("{");
      expect(await asked(zoom)).toBe(request);
    }
    await interception.restore();
    expect(await real.ask()).toBe("real");
    expect(await asked(zoom)).toBe(2);
  });

  test("changes to the latest mock, and back when that is restored", async () => {
    const ask = () => fetch("https://api.zoom.us/v2/users/me").then((response) => response.text());
    await using _first = await interceptZoom(zoom);
    await ask();
    const second = await interceptZoom(other);
    await ask();
    expect([await asked(zoom), await asked(other)]).toEqual([1, 1]);
    await second.restore();
    await ask();
    expect([await asked(zoom), await asked(other)]).toEqual([2, 1]);
  });

  test("goes on with them while others come and go that have nothing to do with them", async () => {
    await using _interception = await interceptZoom(zoom);
    const socket = tls.connect(443, "api.zoom.us");
    await once(socket, "secureConnect");
    const nowhere = { host: "127.0.0.1", port: 1 };
    const to = { tls: nowhere, http: nowhere, authority: "" };
    redirectConnections({
      redirect: { hosts: ["zoom.example.com"], to },
      refuse: () => new Error("refused"),
    }).restore();
    expect(socket.destroyed).toBe(false);
  });
});

test("the earlier of two interceptions may end first", async () => {
  const first = await interceptZoom(zoom);
  const second = await interceptZoom(other);
  await first.restore();
  await real.ask();
  expect([await asked(zoom), await asked(other)]).toEqual([0, 1]);
  await second.restore();
  expect(await real.ask()).toBe("real");
});

test.each<[client: string, ask: () => Promise<unknown>]>([
  ["node:https", () => real.ask()],
  ["fetch", () => fetch("https://api.zoom.us/v2/users/me")],
])("a request of %s that waits for its answer at restore fails at once", async (_client, ask) => {
  await zoom.faults.plan({ kind: "delay", delay: "60s" });
  const interception = await interceptZoom(zoom);
  const waiting = ask();
  await vi.waitFor(async () => expect(await zoom.faults.pending()).toEqual([]));
  await Promise.all([expect(waiting).rejects.toThrow(/socket hang up|fetch failed/), interception.restore()]);
});

test("a request that waits for its connection at restore fails at once", async () => {
  await using silent = await startRawMock();
  const address = { host: "127.0.0.1", port: Number(new URL(silent.url).port) };
  const to = { tls: address, http: address, authority: "" };
  const redirection = redirectConnections({ redirect: { hosts: ["api.zoom.us"], to } });
  const waiting = fetch("https://api.zoom.us/v2/users/me");
  await vi.waitFor(() => expect(silent.connections).toHaveLength(1));
  redirection.restore();
  await expect(waiting).rejects.toMatchObject({
    cause: {
      code: "ECONNRESET",
      message: expect.stringContaining(
        "Failed to go on with the connection to api.zoom.us: it would lead elsewhere now",
      ),
    },
  });
});

test("an interception ends with the block that it was made in", async () => {
  {
    await using interception = await interceptZoom(zoom);
    expect(interception.hosts).toEqual(expect.arrayContaining(["api.zoom.us", "zoom.us"]));
    await real.ask();
  }
  expect(await real.ask()).toBe("real");
  expect(await asked(zoom)).toBe(1);
});
