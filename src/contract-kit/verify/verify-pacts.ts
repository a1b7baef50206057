import { createOpenapiCheck } from "./openapi-check.js";
import { sourcesOf } from "./sources.js";
import { type PactVerification, summarized, type VerifiedInteraction } from "./verification.js";
import { checkVerifyOptions, type VerifyPactsOptions } from "./verify-options.js";
import { verifySource } from "./verify-source.js";

/**
 * Plays contracts (pacts) against the mock, which sets up the states that they name and sends what their messages say.
 * Needs `@pact-foundation/pact`, and `@pactflow/openapi-pact-comparator` for the comparison with OpenAPI.
 *
 * @returns what came of each interaction, also when some failed: look at `ok`.
 * @throws InvalidFilesError when a pact cannot be used, is for another provider or has no interactions; TypeError when
 *   the options are wrong; Error when Pact is not installed, or the mock or the broker cannot be reached.
 */
export async function verifyPacts(options: VerifyPactsOptions): Promise<PactVerification> {
  checkVerifyOptions(options);
  const { openapi = false } = options;
  const sources = sourcesOf(options);
  const check = openapi === false ? undefined : await createOpenapiCheck(openapi);
  const verified: VerifiedInteraction[] = [];
  for (const source of sources) {
    for (const { file, interactions } of await verifySource(source, options)) {
      verified.push(...(check && file ? await check(file, interactions) : interactions));
    }
  }
  return summarized(verified);
}
