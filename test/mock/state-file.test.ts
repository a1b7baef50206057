import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { startCli, zoomMock } from "../support/cli.js";
import { send } from "../support/commands.js";
import { temporaryFolder } from "../support/folder.js";

const isLive = (file: string) => readFileSync(file, "utf8").includes('"status": "live"');
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};

test("what happened before the end is there after the next start, the clock and the ids included", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  const first = await startZoomMock({ state, frozenAt: "2026-01-31T12:00:00Z" });
  await send(first.url, "meetings/68423085", { action: "start", settings: { display_name: "Kept" } });
  await first.clock.advance("10s");
  const before = await first.state.get();
  await first.close();

  await using second = await startZoomMock({ state });
  expect(await second.state.get()).toEqual(before);
  expect(await second.clock.get()).toEqual({ mode: "frozen", now: "2026-01-31T12:00:10.000Z" });
  expect((await send(second.url, "meetings/68423085", { action: "start" })).status).toBe(429);
});

test("a clock that was moved goes on at the same distance", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  const first = await startZoomMock({ state });
  await first.clock.advance("24h");
  await first.close();
  await using second = await startZoomMock({ state });
  expect((await second.clock.get()).mode).toBe("shifted");
});

test("reset returns to the scenario, not to the file", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  const first = await startZoomMock({ state });
  const atFirst = await first.state.get();
  await first.meetings.delete("68423085");
  await first.close();
  await using second = await startZoomMock({ state });
  await second.reset();
  expect(await second.state.get()).toEqual(atFirst);
});

test("a process that is killed loses no more than the last moment, and the file is whole", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  const mock = await startCli(["--state", state]);
  await send(mock.url, "meetings/68423085", { action: "start" });
  await until(() => existsSync(state) && isLive(state));
  for (let id = 1; id <= 50; id += 1)
    await send(mock.url, "meetings/85746065432", { settings: { display_name: `${id}` } });
  await mock.stop("SIGKILL");
  await using again = await startCli(["--state", state]);
  expect((await send(again.url, "meetings/68423085", { action: "start" })).status).toBe(429);
});

test("Ctrl-C writes what is not written yet", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  const mock = await startCli(["--state", state]);
  await send(mock.url, "meetings/68423085", { action: "start" });
  expect((await mock.stop()).code).toBe(0);
  expect(isLive(state)).toBe(true);
  expect(readdirSync(folder.path)).toEqual(["state.json"]);
});

test.each([
  ["cut off", '{"account_id": "a", "meetings": [', /state\.json: it is not JSON/],
  ["empty", "", /state\.json: it is not JSON/],
  ["of something else", '{"name": "package"}', /state\.json, account_id: it is missing/],
  [
    "with a wrong entity",
    '{"account_id": "a", "meetings": [{"id": 5}]}',
    /state\.json, meetings\.0\.id: an id is a string/,
  ],
])("a file that is %s is refused and stays as it is", async (_what, content, message) => {
  using folder = temporaryFolder({ "state.json": content });
  const state = `${folder.path}/state.json`;
  await expect(startZoomMock({ state })).rejects.toThrow(message);
  const { code, stderr } = await zoomMock(["start", "--port", "0", "--state", state]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  expect(readFileSync(state, "utf8")).toBe(content);
});

test("a folder that is not there is refused at the start", async () => {
  using folder = temporaryFolder();
  await expect(startZoomMock({ state: `${folder.path}/no/state.json` })).rejects.toThrow(
    /state: nothing can be written to the folder .*\nName a file in a folder that exists/,
  );
});

test("any world comes back as it was saved", async () => {
  const world = fc.record({
    topic: fc.string(),
    settings: fc.record({ display_name: fc.string(), active_speaker_name: fc.boolean() }, { requiredKeys: [] }),
    status: fc.constantFrom("stopped", "live"),
  });
  await fc.assert(
    fc.asyncProperty(world, async ({ topic, ...livestream_status }) => {
      using folder = temporaryFolder();
      const state = `${folder.path}/state.json`;
      const first = await startZoomMock({ state });
      await first.meetings.put("1", { topic, livestream_status: livestream_status as never });
      const before = await first.state.get();
      await first.close();
      await using second = await startZoomMock({ state, scenario: "empty" });
      expect(await second.state.get()).toEqual(before);
    }),
    { numRuns: 20 },
  );
});

test("the command line takes the world out of a running mock and puts it into another", async () => {
  using folder = temporaryFolder();
  await using one = await startZoomMock();
  await using other = await startZoomMock({ scenario: "empty" });
  await one.meetings.put("1", { topic: "Taken along" });
  const file = `${folder.path}/world.json`;
  expect(await zoomMock(["state", "export", file, "--url", one.url])).toMatchObject({ code: 0 });
  expect(await zoomMock(["state", "import", file, "--url", other.url])).toMatchObject({ code: 0 });
  expect(await other.state.get()).toEqual(await one.state.get());
  const { stdout } = await zoomMock(["state", "export", "--url", one.url]);
  expect(JSON.parse(stdout)).toEqual(await one.state.get());
  writeFileSync(file, "no JSON");
  const refused = await zoomMock(["state", "import", file, "--url", other.url]);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/Failed to read .*world\.json/)]);
});
