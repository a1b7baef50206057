import { findPactFiles } from "./pact-files.js";
import { type PactFile, readPacts } from "./read-pact.js";
import type { PactBroker, VerifyPactsOptions } from "./verify-options.js";

/** Contracts that are verified in one go, against one mock. */
export interface Source {
  /** How messages call it. */
  readonly name: string;
  /** Where Pact's verifier finds them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The files; none when a broker has them. */
  readonly pacts: readonly PactFile[];
  /** The profile that the files are written for, where they say so. */
  readonly profile?: string;
}

/**
 * The contracts by the mock that they need: one source for each profile, or the broker.
 *
 * @throws InvalidFilesError when a file cannot be used.
 */
export function sourcesOf({ pacts = [], broker, provider = "zoom-livestream" }: VerifyPactsOptions): Source[] {
  if (broker) return [brokerSource(broker)];
  const files = readPacts(findPactFiles(pacts), provider);
  return [...new Set(files.map(({ profile }) => profile))].map((profile) => {
    const together = files.filter((file) => file.profile === profile);
    const names = together.map(({ file }) => file);
    const options = { pactUrls: names };
    return { name: names.join(", "), options, pacts: together, ...(profile !== undefined && { profile }) };
  });
}

function brokerSource(broker: PactBroker): Source {
  const { url, token, username, password, providerVersion, providerBranch, enablePending } = broker;
  const selectors = broker.consumerVersionSelectors ?? [{ mainBranch: true }, { deployedOrReleased: true }];
  return {
    name: url,
    pacts: [],
    options: {
      pactBrokerUrl: url,
      consumerVersionSelectors: selectors,
      ...(token !== undefined && { pactBrokerToken: token }),
      ...(username !== undefined && { pactBrokerUsername: username }),
      ...(password !== undefined && { pactBrokerPassword: password }),
      ...(broker.publishResults && { publishVerificationResult: true }),
      ...(providerVersion !== undefined && { providerVersion }),
      ...(providerBranch !== undefined && { providerVersionBranch: providerBranch }),
      ...(enablePending && { enablePending }),
    },
  };
}
