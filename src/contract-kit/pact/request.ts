import { type OperationId, type OperationRequest, operationById } from "./operation-by-id.js";
import type { PactRequest } from "./pact-builders.js";
import { pactRequest, type RequestOptions, requestParts } from "./request-parts.js";

/**
 * Builds the request of an operation, for PactV4's `withRequest`: `request("meetingLiveStreamUpdate", { meetingId })`.
 * Ids, query and body are matched as they are given; a body that is not given is a usual one, matched by kind. Bodies are
 * JSON, to OAuth's operations forms. For commands to a live stream as forms there is `livestreamStatus`.
 *
 * @param id Zoom's operationId.
 * @throws RangeError when there is no such operation.
 */
export function request<const Id extends OperationId>(id: Id, options?: OperationRequest<Id>): PactRequest {
  const { query, body, token, client, ...params } = (options ?? {}) as RequestOptions; // what is left are the ids
  const given = { query, body, token, client, params: params as Record<string, string> };
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return pactRequest(requestParts(operationById(id), Object.fromEntries(said)));
}
