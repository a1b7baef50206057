import { expect, test } from "vitest";
import { connectZoomMock, startZoomMock } from "../../src/index.js";

test("connecting to what is no mock says so", async () => {
  expect(() => connectZoomMock("localhost:4010")).toThrow(/it is no URL. Give one like http:\/\/127\.0\.0\.1:4010/);
  const gone = await startZoomMock();
  await gone.close();
  await expect(connectZoomMock(gone.url).health()).rejects.toThrow(
    /Failed to reach zoom-mock at .*Start it with "zoom-mock start"/,
  );
});

test.each([
  ["a page", "text/html", "<!doctype html><title>Hello</title>"],
  ["JSON of its own", "application/json", '{"status":"ok","name":"something-else"}'],
  ["nothing", "text/plain", ""],
])("what answers with %s is told from a mock", async (_what, type, body) => {
  const fetch = async () => new Response(body, { headers: { "content-type": type } });
  await expect(connectZoomMock("http://127.0.0.1:1", { fetch }).health()).rejects.toThrow(/is no zoom-mock/);
});

test("a mock that is mounted in another app is reached below its path", async () => {
  const asked: string[] = [];
  const fetch = async (target: unknown) => {
    asked.push(String(target));
    return new Response('{"ready":true}');
  };
  for (const url of ["http://h/zoom", "http://h/zoom/", "http://h:4010", "http://h:4010/"]) {
    await connectZoomMock(url, { fetch: fetch as typeof globalThis.fetch }).ready();
  }
  expect(asked).toEqual([
    ...Array<string>(2).fill("http://h/zoom/__zoom/ready?timeout=5s"),
    ...Array<string>(2).fill("http://h:4010/__zoom/ready?timeout=5s"),
  ]);
  expect(connectZoomMock("http://h/zoom/").url).toBe("http://h/zoom");
});
