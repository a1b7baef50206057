import type { Command } from "../../support/commands.js";
import { type Case, invalid, isLive, missing, start } from "./case.js";

/** What every profile answers alike, for meetings and webinars. */
export function common(operation: string, kind: "meetings" | "webinars", one: string): Case[] {
  const path = `${kind}/68423085`;
  const validation = (command: Command, errors: Case["errors"]): Case => ({
    operation,
    outcome: "validationFailed",
    path,
    command,
    status: 400,
    code: 300,
    message: "Validation Failed.",
    ...(errors && { errors }),
  });
  const locked = { operation, outcome: "settingsLocked", path, prepare: isLive(kind), status: 400, code: 3000 };
  return [
    { operation, outcome: "updated", path, command: start, status: 204 },
    { operation, outcome: "updated", path, command: { action: "start" }, status: 204 },
    { operation, outcome: "updated", path, command: { action: "stop" }, status: 204 },
    { operation, outcome: "updated", path, command: { settings: { display_name: "Later" } }, status: 204 },
    { operation, outcome: "updated", path, command: { action: "start" }, prepare: isLive(kind), status: 204 },
    {
      operation,
      outcome: "updated",
      path: `${kind}/85746065432`,
      prepare: (zoom) => zoom[kind].put("85746065432"),
      status: 204,
    },
    {
      operation,
      outcome: "updated",
      path: `${kind}/9223372036854775807`,
      prepare: (zoom) => zoom[kind].put("9223372036854775807"),
      status: 204,
    },
    { ...locked, message: "You can not update the settings of an ongoing live stream." },
    {
      ...locked,
      command: { settings: { display_name: "Other" } },
      message: "You can not update the settings of an ongoing live stream.",
    },
    { ...locked, command: { action: "stop", settings: { display_name: "Other" } } },
    {
      operation,
      outcome: "accessTokenMissing",
      path,
      headers: { authorization: "Basic Zm9vOmJhcg==" },
      status: 401,
      code: 124,
      message: "Requires an access token.",
    },
    {
      operation,
      outcome: "unsupportedContentType",
      path,
      headers: { "content-type": "text/plain" },
      only: "json",
      status: 415,
      code: 300,
      message: "Unsupported Content Type",
    },
    {
      operation,
      outcome: "malformedJson",
      path,
      headers: { "content-type": "application/json" },
      only: "multipart",
      status: 400,
      code: 300,
      message: "Request Body should be a valid JSON object.",
    },
    validation({}, [missing("action")]),
    validation({ action: "Start" }, [invalid("action")]),
    validation({ action: "pause" }, [invalid("action")]),
    validation({ action: "start", settings: { display_name: "A | B" } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { display_name: "Live 🎥" } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { display_name: "" } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { display_name: "x".repeat(51) } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { display_name: 7 } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { active_speaker_name: "yes" } }, [
      invalid("settings.active_speaker_name"),
    ]),
    validation({ action: "start", settings: [1] }, [invalid("settings")]),
    validation({ action: "no", settings: { display_name: "", active_speaker_name: 1 } }, [
      invalid("action"),
      invalid("settings.active_speaker_name"),
      invalid("settings.display_name"),
    ]),
    {
      operation,
      outcome: "alreadyLive",
      path,
      prepare: isLive(kind),
      command: { action: "start" },
      headers: { "x-test-switch": "startWhileLive=refuse" },
      status: 400,
      code: 3000,
      message: `The live stream of this ${one} has already started.`,
    },
    {
      operation,
      outcome: "notLive",
      path,
      command: { action: "stop" },
      headers: { "x-test-switch": "stopWhileStopped=refuse" },
      status: 400,
      code: 3000,
      message: `The live stream of this ${one} has not started.`,
    },
  ];
}
