import type { AnyOperation } from "../../operations/operation.js";
import { type ContractMessage, commandMessage, messageOf } from "./contract-message.js";
import { anySetting, type SettingsTemplate } from "./live-stream-settings.js";
import { type LiveStreamStatusRequest, livestreamStatus } from "./livestream-status.js";
import type { PactRequest } from "./pact-builders.js";
import { pactRequest, requestParts } from "./request-parts.js";
import type { ContractEncoding, Situation } from "./situation.js";
import { isLiveStreamStatus, type StreamableId } from "./streamable-id.js";

/** What is sent in a situation. */
interface CaseRequest {
  /** What the description says of it. */
  readonly title: string;
  readonly withRequest: PactRequest;
  readonly message: ContractMessage;
}

/** @param known The parameters of the situation's state, which are the ids that the request is about. */
export function caseRequest(
  operation: AnyOperation,
  situation: Situation,
  known: Readonly<Record<string, string>>,
  encoding: ContractEncoding,
): CaseRequest {
  const [name = ""] = Object.keys(operation.params);
  const params = { ...known, ...(situation.id !== undefined && { [name]: situation.id }) };
  if (isLiveStreamStatus(operation)) return command(operation, situation, params[name], encoding);
  const { query, body, token, client } = situation;
  const parts = requestParts(operation, {
    params,
    ...(query && { query }),
    ...(body !== undefined && { body }),
    ...(token === null && { token }),
    ...(client && { client }),
  });
  return { title: "", withRequest: pactRequest(parts), message: messageOf(parts) };
}

/** A command to a live stream, which the kit writes in two encodings. */
function command(
  { params }: AnyOperation,
  { action = "start", token }: Situation,
  id: string | undefined,
  encoding: ContractEncoding,
): CaseRequest {
  const [[name = "", parameter] = []] = Object.entries<{ readonly example: string }>(params);
  const settings = SETTINGS[action];
  const request: LiveStreamStatusRequest = {
    ...({ [name]: id ?? parameter?.example } as StreamableId), // both operations have one parameter, of these names
    action,
    ...(settings && { settings }),
    ...(token !== undefined && { token }),
  };
  const withRequest = livestreamStatus[encoding](request);
  return { title: `, ${action} as ${encoding}`, withRequest, message: commandMessage(request, withRequest, encoding) };
}

/** What clients send along: all settings that an action is for. */
const SETTINGS: Readonly<Record<NonNullable<Situation["action"]>, SettingsTemplate | undefined>> = {
  start: { active_speaker_name: anySetting.active_speaker_name(), display_name: anySetting.display_name() },
  stop: undefined,
  mode: { layout: anySetting.layout(), close_caption: anySetting.close_caption() },
};
