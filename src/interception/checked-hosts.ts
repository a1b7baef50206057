import { isIP } from "node:net";
import { isThisMachine } from "./rules.js";
import { hostName } from "./zoom-hosts.js";

/**
 * Hosts that a user names.
 *
 * @throws TypeError when one of them is no name of a host elsewhere.
 */
export function checkedHosts(hosts: readonly string[] = []): readonly string[] {
  const problems = hosts.flatMap((host) => hostProblem(host) ?? []);
  if (problems.length === 0) return hosts;
  throw new TypeError(`Failed to take hosts: ${problems.join("; ")}. Give one like "zoom.example.com".`);
}

/** Why a text cannot be the name of another machine. */
export const hostProblem = (host: string): string | undefined =>
  isHostElsewhere(host)
    ? undefined
    : `${JSON.stringify(host)} is no name of another machine, without scheme, port and path`;

const isHostElsewhere = (host: string): boolean =>
  NAME.test(host) && isIP(host) === 0 && !isThisMachine(hostName(host));

const NAME = /^(?=.{1,253}$)[a-z\d_-]{1,63}(\.[a-z\d_-]{1,63})*\.?$/i;
