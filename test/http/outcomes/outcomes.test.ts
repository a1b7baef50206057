import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Switches, startZoomMock, type ZoomMock } from "../../../src/index.js";
import { answerOf, ENCODINGS, send } from "../../support/commands.js";
import { NOW, start } from "./case.js";
import { CASES_2021 } from "./cases-2021.js";
import { CASES_2025 } from "./cases-2025.js";

const CASES = { "2021": CASES_2021, "2025": CASES_2025 };

describe.each(Object.entries(CASES))("profile %s", (profile, cases) => {
  const mocks = new Map<string, ZoomMock>();

  /** One mock for each setting of the switches; all are reset before each test. */
  async function mockFor(switches: string): Promise<ZoomMock> {
    const zoom =
      mocks.get(switches) ?? (await startZoomMock({ profile, frozenAt: NOW, switches: switchesOf(switches) }));
    mocks.set(switches, zoom);
    return zoom;
  }

  beforeAll(async () => void (await mockFor("")));
  beforeEach(async () => void (await Promise.all([...mocks.values()].map((zoom) => zoom.reset()))));
  afterAll(async () => void (await Promise.all([...mocks.values()].map((zoom) => zoom.close()))));

  describe.each(ENCODINGS)("as %s", (encoding) => {
    const applicable = cases.filter(({ only }) => only === undefined || only === encoding);
    const titled = applicable.map(
      (each) => [each.outcome, each.path, JSON.stringify(each.command ?? start), each] as const,
    );
    test.each(titled)("%s: %s %s", async (_outcome, _path, _command, each) => {
      const { "x-test-switch": switches = "", ...headers } = each.headers ?? {};
      const zoom = await mockFor(switches);
      await each.prepare?.(zoom);
      const before = await zoom.state.get();

      const response = await send(zoom.url, each.path, each.command ?? start, encoding, headers);

      const { status, body } = await answerOf(response);
      expect(status).toBe(each.status);
      if (each.code !== undefined) expect(body).toMatchObject({ code: each.code });
      if (each.message !== undefined) expect(body).toMatchObject({ message: each.message });
      if (each.errors !== undefined) expect(body).toMatchObject({ errors: each.errors });
      expect(response.headers.get("retry-after")).toBe(each.retryAfter ?? null);
      expect(response.headers.get("content-type")).toBe(status === 204 ? null : "application/json;charset=UTF-8");
      const [entry] = await zoom.requests.list();
      expect(entry).toMatchObject({
        operation: each.operation,
        outcome: each.outcome,
        status,
        profile,
        preferred: false,
      });
      if (each.outcome !== "updated") expect(await zoom.state.get()).toEqual(before);
    });
  });
});

function switchesOf(text: string): Partial<Switches> {
  return Object.fromEntries(
    text
      .split(";")
      .filter(Boolean)
      .map((pair) => pair.split("=")),
  );
}
