import { PactV4 } from "@pact-foundation/pact";
import { describe, expect, test } from "vitest";
import { anySetting, livestreamStatus, type PactRequest, type SettingsTemplate } from "../../../src/pact.js";
import { temporaryFolder } from "../../support/folder.js";

const ANY: SettingsTemplate = {
  active_speaker_name: anySetting.active_speaker_name(false),
  display_name: anySetting.display_name("Town hall"),
};
const EXACT: SettingsTemplate = { active_speaker_name: false, display_name: "Town hall (100 %)" };
const VIEW: SettingsTemplate = { layout: anySetting.layout(), close_caption: anySetting.close_caption() };

/** A request of the contract, what a client sends instead, and whether Pact takes it. */
type Row = [title: string, settings: SettingsTemplate | undefined, sent: string | undefined, taken: boolean];

const AS_TEXT: Row[] = [
  ["the example", ANY, '{"active_speaker_name":false,"display_name":"Town hall"}', true],
  ["other values", ANY, '{"active_speaker_name":true,"display_name":"Ours"}', true],
  ["another order", ANY, '{"display_name":"Ours","active_speaker_name":true}', true],
  ["white space", ANY, ' {\n  "active_speaker_name" : true ,\t"display_name": "Ours" }\n', true],
  ["a name with the longest length", ANY, `{"active_speaker_name":true,"display_name":"${"x".repeat(50)}"}`, true],
  ["escapes and letters", ANY, String.raw`{"active_speaker_name":true,"display_name":"\"Grüße\" \u4e2d文"}`, true],
  ["a name that looks like JSON", ANY, String.raw`{"active_speaker_name":true,"display_name":"\"a\":1}"}`, true],
  ["a name that is too long", ANY, `{"active_speaker_name":true,"display_name":"${"x".repeat(51)}"}`, false],
  ["an empty name", ANY, '{"active_speaker_name":true,"display_name":""}', false],
  ["a pipe, which Zoom refuses", ANY, '{"active_speaker_name":true,"display_name":"a | b"}', false],
  ["an emoji, which Zoom refuses", ANY, '{"active_speaker_name":true,"display_name":"🎥"}', false],
  ["a boolean as text", ANY, '{"active_speaker_name":"true","display_name":"Ours"}', false],
  ["a missing setting", ANY, '{"display_name":"Ours"}', false],
  ["a setting twice", ANY, '{"display_name":"Ours","display_name":"Ours"}', false],
  [
    "both settings and one of them twice",
    ANY,
    '{"display_name":"a","active_speaker_name":true,"display_name":"b"}',
    false,
  ],
  ["an unknown setting", ANY, '{"active_speaker_name":true,"display_name":"Ours","layout":"x"}', false],
  ["a trailing comma", ANY, '{"active_speaker_name":true,"display_name":"Ours",}', false],
  ["text after the JSON", ANY, '{"active_speaker_name":true,"display_name":"Ours"} x', false],
  ["the seeds' generated sample", ANY, 'start{"active_speaker_name":true,"display_name":"Ours"}', false],
  ["no settings", ANY, undefined, false],
  ["exact settings", EXACT, '{"display_name":"Town hall (100 %)", "active_speaker_name":false}', true],
  ["another name than the exact one", EXACT, '{"active_speaker_name":false,"display_name":"Town hall"}', false],
  ["another view", VIEW, '{"close_caption":"off","layout":"gallery_view"}', true],
  ["an unknown view", VIEW, '{"close_caption":"off","layout":"grid"}', false],
  ["empty settings", {}, "{ }", true],
  ["settings where the contract has none at all", undefined, undefined, true],
];

describe("settings in a form", () => {
  test.each(AS_TEXT)("%s", async (_title, settings, sent, taken) => {
    const request = livestreamStatus.multipart({ action: "start", ...(settings && { settings }) });
    expect(await isTaken(request, form({ action: "start", ...(sent !== undefined && { settings: sent }) }))).toBe(
      taken,
    );
  });
});

describe("settings in JSON", () => {
  const asJson = AS_TEXT.filter(([, , sent]) => sent !== undefined && isJson(sent)).filter(
    ([title]) => !/twice/.test(title),
  );

  test.each(asJson)("%s", async (_title, settings, sent, taken) => {
    const request = livestreamStatus.json({ action: "start", ...(settings && { settings }) });
    const body = `{"action":"start","settings":${sent}}`;
    expect(await isTaken(request, { body, headers: { "content-type": "application/json" } })).toBe(taken);
  });
});

describe("a form", () => {
  const part = (name: string, value: string) => `Content-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`;

  test.each<[title: string, sent: RequestInit, taken: boolean]>([
    ["with the action of the contract", form({ action: "stop" }), true],
    ["with another action", form({ action: "start" }), false],
    ["with the action in capitals", form({ action: "Stop" }), false],
    ["without an action", form({ settings: "{}" }), false],
    ["with the action as a file", form({ action: new Blob(["stop"]) }), false],
    ["with a boundary of its own, in quotes", quoted(`--a b\r\n${part('"action"', "stop")}--a b--\r\n`), true],
    ["as urlencoded fields", { body: new URLSearchParams({ action: "stop" }) }, false],
    ["as JSON", { body: '{"action":"stop"}', headers: { "content-type": "application/json" } }, false],
    ["without a token", { ...form({ action: "stop" }), headers: { authorization: "" } }, false],
  ])("%s", async (_title, sent, taken) => {
    expect(await isTaken(livestreamStatus.multipart({ action: "stop" }), sent)).toBe(taken);
  });
});

function form(fields: Readonly<Record<string, string | Blob>>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { body };
}

function quoted(body: string): RequestInit {
  return { body, headers: { "content-type": 'multipart/form-data; charset=utf-8; boundary="a b"' } };
}

/** Whether Pact's mock server takes a request for the one of the contract. */
async function isTaken([method, path, build]: PactRequest, sent: RequestInit): Promise<boolean> {
  using folder = temporaryFolder();
  const pact = new PactV4({ consumer: "any", provider: "any", dir: folder.path, logLevel: "error" });
  const interaction = pact.addInteraction().uponReceiving("it").withRequest(method, path, build).willRespondWith(204);
  const headers = { authorization: "Bearer a-client's-own", ...(sent.headers as Record<string, string>) };
  let status: number | undefined;
  const run = interaction.executeTest(async ({ url }) => {
    status = (await fetch(url + path, { ...sent, method, headers })).status;
  });
  const agreed = await run.then(
    () => true,
    () => false,
  );
  return agreed && status === 204;
}

function isJson(text: string): boolean {
  try {
    return Boolean(JSON.parse(text));
  } catch {
    return false;
  }
}
