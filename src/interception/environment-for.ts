import type { MockAccess } from "../domain/mock-access.js";
import { type ClientEnvironment, clientEnvironment, type Environment, inheritedTrust } from "./client-environment.js";
import { isThisMachine } from "./rules.js";
import type { TrustFiles } from "./trust-files.js";

/** A mock that says how it is reached. */
export interface Reachable {
  /** Where the caller reaches it, which may be by another name or port than it listens on. */
  readonly url: string;
  access(): Promise<MockAccess>;
}

/**
 * The variables with which programs are started whose calls of Zoom are to reach a mock, and the files that these name.
 * Clients trust the mock by them, besides everybody they trusted before.
 *
 * @param inherited The variables that the programs would have otherwise.
 * @throws Error when the mock's authority could vouch for more than the mock answers for.
 * @param folder Where the files are kept; a folder of the user's own by default.
 */
export async function environmentFor(
  zoom: Reachable,
  inherited: Environment,
  folder?: string,
): Promise<ClientEnvironment> {
  const access = seenFrom(zoom.url, await zoom.access());
  const { certificate } = access;
  const trust =
    certificate === null ? undefined : await trustFor(zoom.url, access.hosts, certificate, inherited, folder);
  return clientEnvironment(access, trust, inherited, new URL("../register.js", import.meta.url).href);
}

/** Proxy and HTTPS are where the mock runs: whoever reaches it by the name of another machine has neither. */
function seenFrom(url: string, access: MockAccess): MockAccess {
  if (isThisMachine(new URL(url).hostname.replace(/^\[|\]$/g, ""))) return { ...access, url };
  return { ...access, url, https: null, proxy: null, certificate: null };
}

/** What it takes is loaded by those who need it. */
async function trustFor(
  url: string,
  hosts: readonly string[],
  certificate: string,
  inherited: Environment,
  given?: string,
): Promise<TrustFiles> {
  const { authorityProblem } = await import("./check-authority.js");
  const problem = authorityProblem(certificate, hosts);
  if (problem !== undefined) {
    throw new Error(`Failed to trust the authority of the mock at ${url}: ${problem}. Use a mock that is yours.`);
  }
  const { trustFolder, writeTrustFiles } = await import("./trust-files.js");
  return writeTrustFiles(given ?? trustFolder(), certificate, inheritedTrust(inherited));
}
