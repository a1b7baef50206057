import type { ZoomMockOptions } from "../../mock/options.js";

/** What to verify, and against what. Either `pacts` or `broker` is needed. */
export interface VerifyPactsOptions
  extends Pick<ZoomMockOptions, "profile" | "fixtures" | "scenario" | "switches" | "strict"> {
  /**
   * Files, folders (with all `.json` files below them) or globs. A pact that says `"metadata": { "zoom-mock":
   * { "profile": "2025" } }` is verified against that profile, any other against `profile`.
   * @default none
   * @example ["pacts", "contracts/*.json"]
   */
  readonly pacts?: string | readonly string[];
  /**
   * Where the pacts are fetched from instead, and where the results go.
   * @default none
   * @example { url: "https://broker.example", token: "s3cret" }
   */
  readonly broker?: PactBroker;
  /**
   * The provider that the pacts must name.
   * @default "zoom-livestream"
   * @example "zoom"
   */
  readonly provider?: string;
  /**
   * A mock that runs already; the options that make one are not used then. It is reset before, between and after the
   * interactions.
   * @default none: one is started for the verification
   * @example "http://127.0.0.1:4010"
   */
  readonly url?: string;
  /**
   * The control token of the mock that runs already.
   * @default none
   * @example "s3cret"
   */
  readonly controlToken?: string;
  /**
   * Compares the pacts with an OpenAPI document as well: `true` for the package's own, or a JSON file.
   * @default false
   * @example "contracts/openapi.json"
   */
  readonly openapi?: boolean | string;
  /**
   * Told what Pact's own verifier prints.
   * @default nobody is
   * @example (text) => process.stderr.write(text)
   */
  readonly onOutput?: (text: string) => void;
}

/** A Pact Broker. */
export interface PactBroker {
  /** @example "https://broker.example" */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token?: string;
  /** For brokers with a password instead of a token. */
  readonly username?: string;
  readonly password?: string;
  /**
   * Which pacts to fetch, as the broker's API has it.
   * @default [{ mainBranch: true }, { deployedOrReleased: true }]
   * @example [{ branch: "feature" }]
   */
  readonly consumerVersionSelectors?: readonly Readonly<Record<string, string | boolean>>[];
  /**
   * Tells the broker what came of it; needs `providerVersion`.
   * @default false
   * @example true
   */
  readonly publishResults?: boolean;
  /**
   * The version under which results are published.
   * @default none
   * @example "1.2.3+4f5e6d7"
   */
  readonly providerVersion?: string;
  /**
   * The branch of that version.
   * @default none
   * @example "main"
   */
  readonly providerBranch?: string;
  /**
   * Lets the broker mark new pacts as pending; their failures do not count.
   * @default false
   * @example true
   */
  readonly enablePending?: boolean;
}

/** @throws TypeError with every problem of the options. */
export function checkVerifyOptions({ pacts, broker, openapi, url }: VerifyPactsOptions): void {
  const problems: string[] = [];
  if (pacts === undefined && !broker) problems.push("there are no pacts. Name files, folders or globs, or a broker");
  if (pacts !== undefined && broker) problems.push("there are pacts and a broker. Give one of them");
  if (broker && !isUrl(broker.url)) problems.push(`${broker.url} is no URL of a broker`);
  if (url !== undefined && !isUrl(url))
    problems.push(`${url} is no URL of a mock. Give one like http://127.0.0.1:4010`);
  if (broker && openapi) problems.push("the comparison with OpenAPI reads files. Leave it out with a broker");
  if (broker?.publishResults && !broker.providerVersion) {
    problems.push("results are published for a version. Give the provider version");
  }
  if (problems.length > 0) throw new TypeError(`Failed to verify: ${problems.join("; ")}.`);
}

const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:/.test(text);
