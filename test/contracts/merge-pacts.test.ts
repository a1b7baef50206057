import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.js";

const script = String(new URL("../../scripts/merge-pacts.mjs", import.meta.url));
const { mergePacts }: { mergePacts(folder: string): Map<string, { text: string; interactions: number }> } =
  await import(script);

const pact = (...interactions: unknown[]) => ({
  provider: { name: "p" },
  consumer: { name: "c" },
  interactions,
  metadata: { pactRust: { ffi: "0.5.8" } },
});
const says = (description: string, status = 204) => ({ response: { status }, request: { method: "GET" }, description });

test("the same interaction of two tests is in the contract once, and the order does not depend on the tests", () => {
  using folder = temporaryFolder({
    "2021/b/c-p.json": pact(says("b"), says("a")),
    "2021/a/c-p.json": pact(says("c"), says("b")),
  });
  const { text, interactions } = mergePacts(folder.path).get("c-p.json") ?? {};
  expect(interactions).toBe(3);
  expect(JSON.parse(text ?? "")).toEqual({
    consumer: { name: "c" },
    provider: { name: "p" },
    interactions: [says("a"), says("b"), says("c")],
    metadata: { pactSpecification: { version: "4.0" }, "zoom-mock": { profile: "2021" } },
  });
});

test("two tests that say different things under one description are refused", () => {
  using folder = temporaryFolder({ "2021/a/c-p.json": pact(says("a")), "2021/b/c-p.json": pact(says("a", 200)) });
  expect(() => mergePacts(folder.path)).toThrow('another test says something else under "a"');
});

test("one contract for two profiles is refused", () => {
  using folder = temporaryFolder({ "2021/a/c-p.json": pact(says("a")), "2025/a/c-p.json": pact(says("b")) });
  expect(() => mergePacts(folder.path)).toThrow("c-p.json is for profile 2021 already");
});

test("a form is written as text, without Pact's rule for the whole body", () => {
  const body = {
    content: Buffer.from("--x\r\n").toString("base64"),
    encoded: "base64",
    contentType: "multipart/form-data",
  };
  const rules = { body: { $: { matchers: [] }, "$.action": { matchers: [] } }, header: {} };
  const form = { description: "a", request: { body, matchingRules: rules }, response: { status: 204 } };
  using folder = temporaryFolder({ "2021/a/c-p.json": pact(form) });
  const [interaction] = JSON.parse(mergePacts(folder.path).get("c-p.json")?.text ?? "").interactions;
  expect(interaction.request).toEqual({
    body: { content: "--x\r\n", encoded: false, contentType: "multipart/form-data" },
    matchingRules: { body: { "$.action": { matchers: [] } }, header: {} },
  });
});

test("bytes that are no text stay as they are", () => {
  const body = { content: Buffer.from([0xff, 0xfe]).toString("base64"), encoded: "base64", contentType: "multipart/x" };
  const form = { description: "a", request: { body, matchingRules: { body: {} } }, response: { status: 204 } };
  using folder = temporaryFolder({ "2021/a/c-p.json": pact(form) });
  expect(mergePacts(folder.path).get("c-p.json")?.text).toContain('"encoded": "base64"');
});

test("a message is written as it is", () => {
  const message = { description: "meeting.ended", contents: { content: { event: "meeting.ended" } }, metadata: {} };
  using folder = temporaryFolder({ "2021/a/c-p.json": pact(message) });
  expect(JSON.parse(mergePacts(folder.path).get("c-p.json")?.text ?? "").interactions).toEqual([message]);
});
