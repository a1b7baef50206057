import type { AnyOperation, JsonObject } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import { isLiveStreamStatus } from "../pact/streamable-id.js";
import type { PostmanRequest } from "./collection.js";
import { request } from "./request.js";

/** One request of the collection. */
interface NamedRequest {
  readonly id: string;
  readonly name: string;
  readonly request: PostmanRequest;
  /** Those in which it makes sense. */
  readonly profiles: readonly Profile[];
}

/**
 * The requests of an operation: one, and for commands to a live stream, which the seeds send as forms, two. Of these the
 * form starts the stream and the JSON request, which follows it in a run, stops it: a second start within 30 seconds would
 * be refused.
 */
export function requestsOf(operation: AnyOperation, profiles: readonly Profile[]): NamedRequest[] {
  const { id, summary, sampleBody } = operation;
  if (!isLiveStreamStatus(operation)) {
    return [{ id, name: summary, request: request(operation, "JSON", sampleBody), profiles }];
  }
  const withForms = profiles.filter(({ contentTypes }) => contentTypes.includes("multipart/form-data"));
  const asForm = { id: `${id}/form`, name: `${summary} (form)`, request: request(operation, "form", sampleBody) };
  const asJson = { id: `${id}/JSON`, name: `${summary} (JSON)`, request: request(operation, "JSON", STOP) };
  return [...(withForms.length > 0 ? [{ ...asForm, profiles: withForms }] : []), { ...asJson, profiles }];
}

const STOP: JsonObject = { action: "stop" };
