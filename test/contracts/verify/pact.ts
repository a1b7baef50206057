/** An interaction as a pact file has it: by default a start that is accepted. */
export interface InteractionParts {
  readonly description?: string;
  readonly states?: readonly { readonly name: string; readonly params?: Readonly<Record<string, unknown>> }[];
  readonly body?: unknown;
  readonly contentType?: string;
  readonly path?: string;
  readonly response?: { readonly status: number; readonly headers?: unknown; readonly content?: unknown };
  readonly type?: string;
  readonly pending?: boolean;
}

/** A pact of version 4. */
export function pactOf(interactions: readonly InteractionParts[], overrides: Readonly<Record<string, unknown>> = {}) {
  return {
    consumer: { name: "acme" },
    provider: { name: "zoom-livestream" },
    interactions: interactions.map(interactionOf),
    metadata: { pactSpecification: { version: "4.0" } },
    ...overrides,
  };
}

/** A start of a meeting that is there, and Zoom's answer. */
export const START: InteractionParts = {};

/** A start of a meeting that is not there, and Zoom's answer. */
export const NOT_FOUND: InteractionParts = {
  description: "a start of no meeting",
  states: [{ name: "no meeting exists", params: { meetingId: "111" } }],
  response: { status: 404, content: { code: 3001, message: "Meeting does not exist: 111." } },
};

function interactionOf({
  description = "a start",
  states = [{ name: "a meeting exists", params: { meetingId: "111" } }],
  body = { action: "start" },
  contentType = "application/json",
  path = "/v2/meetings/111/livestream/status",
  response: { status, headers, content } = { status: 204 },
  type = "Synchronous/HTTP",
  pending = false,
}: InteractionParts) {
  return {
    type,
    description,
    pending,
    providerStates: states,
    request: {
      method: "PATCH",
      path,
      headers: { Authorization: ["Bearer test"], "Content-Type": [contentType] },
      body: { content: body, contentType, encoded: false },
    },
    response: {
      status,
      ...(headers !== undefined && { headers }),
      ...(content !== undefined && { body: { content, contentType: "application/json", encoded: false } }),
    },
  };
}
