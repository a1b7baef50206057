import { rmSync, writeFileSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type PactBroker, type PactVerification, type VerifyPactsOptions, verifyPacts } from "../index.js";
import { parseSwitches } from "./switch-option.js";
import { junitReport } from "./verify-junit.js";
import { prettyReport } from "./verify-pretty.js";

interface VerifyFlags extends Omit<VerifyPactsOptions, "pacts" | "broker" | "switches" | "onOutput"> {
  readonly switch?: Record<string, string | number>;
  readonly reporter: keyof typeof REPORTERS;
  readonly out?: string;
  readonly verbose?: boolean;
  readonly brokerUrl?: string;
  readonly token?: string;
  readonly brokerUsername?: string;
  readonly brokerPassword?: string;
  readonly consumerVersionSelectors?: NonNullable<PactBroker["consumerVersionSelectors"]>;
  readonly publishResults?: boolean;
  readonly providerVersion?: string;
  readonly providerBranch?: string;
  readonly enablePending?: boolean;
}

const REPORTERS = {
  pretty: prettyReport,
  json: (verification: PactVerification) => JSON.stringify(verification, null, 2),
  junit: junitReport,
};

/** `zoom-mock verify`: 0 when every contract holds, 1 when one is broken, 2 when something could not be verified. */
export function verifyCommand(command: Command): Command {
  const flag = (flags: string, description: string, variable: string) =>
    new Option(flags, description).env(`ZOOM_MOCK_${variable}`);
  return command
    .name("verify")
    .description("Verify consumers' contracts (pacts) against the mock; exits with 0, 1 (broken) or 2 (not verified).")
    .argument("[pacts...]", "pact files, folders or globs")
    .addOption(flag("--url <url>", "a mock that runs already, instead of a new one", "URL"))
    .addOption(flag("--control-token <token>", "the token it was started with", "CONTROL_TOKEN"))
    .addOption(
      flag("--provider <name>", "the provider that the pacts must name", "PROVIDER").default("zoom-livestream"),
    )
    .addOption(
      flag("--profile <name>", "2021 or 2025, for pacts that do not say it themselves", "PROFILE").default("2021"),
    )
    .addOption(flag("--fixtures <folder>", "a profile of your own, for all pacts", "FIXTURES"))
    .addOption(flag("--scenario <name or file>", "the world in which states are set up", "SCENARIO"))
    .addOption(
      flag("--switch <name=value>", "a choice where Zoom's behaviour is unknown; may be repeated", "SWITCH").argParser(
        parseSwitches,
      ),
    )
    .addOption(flag("--strict", "refuse bodies that are only nearly right", "STRICT"))
    .addOption(flag("--openapi [file]", "compare with an OpenAPI document too; with ours unless named", "OPENAPI"))
    .addOption(
      flag("--reporter <format>", "how to report", "REPORTER").default("pretty").choices(Object.keys(REPORTERS)),
    )
    .addOption(flag("--out <file>", "write the report there; the screen gets readable lines", "OUT"))
    .addOption(flag("--verbose", "show what Pact's own verifier prints, on standard error", "VERBOSE"))
    .addOption(flag("--broker-url <url>", "fetch the pacts from a Pact Broker", "BROKER_URL"))
    .addOption(flag("--token <token>", "the broker's token", "BROKER_TOKEN"))
    .addOption(flag("--broker-username <name>", "for brokers with passwords", "BROKER_USERNAME"))
    .addOption(flag("--broker-password <password>", "for brokers with passwords", "BROKER_PASSWORD"))
    .addOption(
      flag("--consumer-version-selectors <json>", "which pacts to fetch", "CONSUMER_VERSION_SELECTORS").argParser(
        parseSelectors,
      ),
    )
    .addOption(flag("--publish-results", "tell the broker what came of it", "PUBLISH_RESULTS"))
    .addOption(flag("--provider-version <version>", "the version that results belong to", "PROVIDER_VERSION"))
    .addOption(flag("--provider-branch <branch>", "the branch of that version", "PROVIDER_BRANCH"))
    .addOption(flag("--enable-pending", "let the broker mark new pacts as pending", "ENABLE_PENDING"))
    .action(verify);
}

async function verify(pacts: readonly string[], flags: VerifyFlags): Promise<void> {
  const { reporter, out, verbose } = flags;
  // A report of an earlier run must not pass for this one's.
  if (out !== undefined) rmSync(out, { force: true });
  try {
    const verification = await verifyPacts({
      ...optionsOf(pacts, flags),
      ...(verbose && { onOutput: (text: string) => void process.stderr.write(text) }),
    });
    if (out !== undefined) writeFileSync(out, `${REPORTERS[reporter](verification)}\n`);
    console.log(REPORTERS[out === undefined ? reporter : "pretty"](verification));
    process.exitCode = verification.ok ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error && error.message.startsWith("Failed to") ? error.message : error);
    process.exitCode = 2;
  }
}

function optionsOf(pacts: readonly string[], flags: VerifyFlags): VerifyPactsOptions {
  const { reporter: _reporter, out: _out, verbose: _verbose, switch: switches, ...rest } = flags;
  const { brokerUrl: url, token, brokerUsername: username, brokerPassword: password, ...more } = rest;
  const { consumerVersionSelectors, publishResults, providerVersion, providerBranch, enablePending, ...options } = more;
  const broker = {
    ...{ url, token, username, password, consumerVersionSelectors },
    ...{ publishResults, providerVersion, providerBranch, enablePending },
  };
  const given = Object.fromEntries(Object.entries(broker).filter(([, value]) => value !== undefined));
  if (url === undefined && Object.keys(given).length > 0) {
    throw new TypeError("Failed to verify: there are flags for a broker, but no broker. Give --broker-url.");
  }
  return {
    ...options,
    ...(pacts.length > 0 && { pacts }),
    ...(switches && { switches }),
    ...(url !== undefined && { broker: { ...given, url } }),
  };
}

function parseSelectors(text: string): unknown {
  try {
    const selectors: unknown = JSON.parse(text);
    if (Array.isArray(selectors) && selectors.length > 0) return selectors;
  } catch {
    // Said below.
  }
  throw new InvalidArgumentError('Write a JSON list, for example [{"mainBranch":true}].');
}
