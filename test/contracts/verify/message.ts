import { type PactMessage, type PactState, webhook } from "../../../src/pact.js";
import { builtMessage } from "../built.js";
import { pactOf } from "./pact.js";

/** A message as a pact file has it. */
export function messageOf(given: readonly PactState[], message: PactMessage) {
  const { body, headers, rules, forms } = builtMessage(message);
  return {
    type: "Asynchronous/Messages",
    description: message[0],
    providerStates: given.map(([name, params]) => ({ name, params })),
    contents: { ...body, contentType: "application/json" },
    metadata: headers,
    matchingRules: { body: rules, metadata: forms },
  };
}

/** That a meeting was ended, as a contract has it whose consumer wants something of the payload. */
export const ENDED = (payload: Readonly<Record<string, unknown>> = {}, when?: string) =>
  messageOf(
    [["a meeting exists", { meetingId: "77" }]],
    webhook("meeting.ended", { meetingId: "77", payload, ...(when !== undefined && { when }) }),
  );

/** A pact of version 4 with messages, or with requests too. */
export const messagePactOf = (...interactions: readonly object[]) => pactOf([], { interactions });
