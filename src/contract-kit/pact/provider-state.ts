import { loadProviderStates } from "../../fixtures/load-provider-states.js";
import { didYouMean } from "../../text/nearest.js";
import type { PactState } from "./pact-builders.js";

/**
 * A state of the catalogue, for PactV4's `given`. Parameters that are left out are as in the catalogue.
 *
 * @throws RangeError when there is no such state, or when it has no such parameter.
 */
export function providerState(name: string, params: Readonly<Record<string, string>> = {}): PactState {
  const states = loadProviderStates();
  const state = states.get(name);
  if (!state) {
    throw new RangeError(
      `Failed to name a provider state: there is no "${name}".${didYouMean(name, [...states.keys()])}`,
    );
  }
  const known = Object.keys(state.params);
  const unknown = Object.keys(params).filter((param) => !known.includes(param));
  if (unknown.length > 0) {
    throw new RangeError(
      `Failed to name a provider state: "${name}" has no parameter ${unknown.join(", ")}. It has ${known.join(", ")}.`,
    );
  }
  return [name, { ...state.params, ...params }];
}
