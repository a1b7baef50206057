import { InvalidFilesError } from "../../fixtures/invalid-files.js";
import { connectZoomMock, startZoomMock, type ZoomMock } from "../../mock/zoom-mock.js";
import { startMessageServer } from "./message-server.js";
import type { PactFile } from "./read-pact.js";
import { runVerifier } from "./run-verifier.js";
import type { Source } from "./sources.js";
import { startStateServer } from "./state-server.js";
import type { VerifiedInteraction } from "./verification.js";
import { readVerifierReport } from "./verifier-report.js";
import type { VerifyPactsOptions } from "./verify-options.js";

/** What came of the interactions of one contract. `file` is absent where a broker has it. */
export interface VerifiedPact {
  readonly file?: PactFile;
  readonly interactions: readonly VerifiedInteraction[];
}

/**
 * Plays the contracts of a source against its mock.
 *
 * @throws Error when not every interaction was played.
 */
export async function verifySource(source: Source, options: VerifyPactsOptions): Promise<VerifiedPact[]> {
  await using zoom = await mockFor(source, options);
  await using states = await startStateServer(zoom);
  await using messages = await startMessageServer(zoom);
  // A mock that runs already may have been used.
  await zoom.reset();
  const { provider = "zoom-livestream", onOutput = () => {} } = options;
  const asked = {
    providerStatesSetupUrl: states.url,
    providerStatesSetupTeardown: true,
    transports: [messages.transport],
  };
  const report = await runVerifier(
    { ...source.options, ...asked, provider, providerBaseUrl: zoom.url, logLevel: "error" },
    onOutput,
  );
  const { interactions, errors } = readVerifierReport(report, source.name, {
    state: states.failureOf,
    message: messages.failureOf,
  });
  if (errors.length > 0) throw new Error(`Failed to verify ${source.name}: ${errors.join("; ")}`);
  return source.pacts.length > 0 ? byFile(interactions, source) : [fromBroker(interactions, source)];
}

/** The verifier answers in the order of files and interactions; that it left nothing out is made sure of here. */
function byFile(interactions: readonly VerifiedInteraction[], { name, pacts }: Source): VerifiedPact[] {
  const expected = pacts.flatMap(({ consumer, interactions: each }) =>
    each.map(({ description }) => `${consumer}: ${description}`),
  );
  const found = interactions.map(({ consumer, description }) => `${consumer}: ${description}`);
  if (expected.length !== found.length || expected.some((each, index) => each !== found[index])) {
    const what = `${found.length} of ${expected.length} interactions were verified`;
    throw new Error(`Failed to verify ${name}: ${what}. Unset Pact's filters, such as PACT_DESCRIPTION.`);
  }
  const rest = [...interactions];
  return pacts.map((file) => {
    const own = rest.splice(0, file.interactions.length);
    return { file, interactions: own.map((interaction) => ({ ...interaction, pact: file.file })) };
  });
}

function fromBroker(interactions: readonly VerifiedInteraction[], { name }: Source): VerifiedPact {
  if (interactions.length > 0) return { interactions };
  throw new Error(`Failed to verify ${name}: it gave no interactions. Choose other consumer version selectors.`);
}

/** The mock to verify: the one that runs already, or one of the profile that the contracts are written for. */
async function mockFor({ name, profile }: Source, options: VerifyPactsOptions): Promise<ZoomMock> {
  const { url, controlToken, fixtures, scenario, switches, strict } = options;
  if (url === undefined) {
    return startZoomMock({
      ...(fixtures === undefined ? { profile: profile ?? options.profile ?? "2021" } : { fixtures }),
      ...(scenario !== undefined && { scenario }),
      ...(switches !== undefined && { switches }),
      ...(strict !== undefined && { strict }),
    });
  }
  const zoom = connectZoomMock(url, controlToken === undefined ? {} : { controlToken });
  const health = await zoom.health();
  if (profile === undefined || profile === health.profile) return zoom;
  const reason = `written for profile ${profile}, but the mock at ${url} answers by ${health.profile}`;
  throw new InvalidFilesError("the pacts", [{ file: name, field: "metadata.zoom-mock.profile", reason }]);
}
