import { json } from "node:stream/consumers";
import * as v from "valibot";
import type { ZoomMockControl } from "../../control/control-client.js";
import { startLocalServer } from "./local-server.js";

/** Where Pact's verifier asks for provider states while one runs. */
export interface StateServer extends AsyncDisposable {
  readonly url: string;
  /** Why a state could not be set up. */
  failureOf(state: string): string | undefined;
}

const stateChange = v.looseObject({
  state: v.nullish(v.string(), ""),
  params: v.nullish(v.record(v.string(), v.unknown()), {}),
  action: v.optional(v.string(), "setup"),
});

/**
 * Hands state changes to the mock. The mock has such a route itself; this one can send a control token, and remembers
 * the reasons, which Pact's verifier keeps to itself.
 */
export async function startStateServer(zoom: ZoomMockControl): Promise<StateServer> {
  const failures = new Map<string, string>();
  const server = await startLocalServer(async (request, response) => {
    let name = "";
    try {
      const { state, params, action } = v.parse(stateChange, await json(request));
      name = state;
      await (action === "teardown" ? zoom.reset() : zoom.providerStates.setUp(state, params));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    } catch (error) {
      failures.set(name, (error as Error).message);
      // Anything from 500 up would be tried again and again.
      response.writeHead(400).end();
    }
  });
  return {
    url: `${server.url}/`,
    failureOf: (state) => failures.get(state),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
