import { isIP } from "node:net";
import { isThisMachine } from "./rules.js";
import { hostName } from "./zoom-hosts.js";

/**
 * Hosts that a user names.
 *
 * @throws TypeError when one of them is no name of a host elsewhere.
 */
export function checkedHosts(hosts: readonly string[] = []): readonly string[] {
  const wrong = hosts.filter((host) => !NAME.test(host) || isIP(host) > 0 || isThisMachine(hostName(host)));
  if (wrong.length === 0) return hosts;
  throw new TypeError(
    `Failed to take ${wrong.map((host) => JSON.stringify(host)).join(", ")} as hosts: each is to be the name of another machine, without scheme, port and path. Give one like "zoom.example.com".`,
  );
}

const NAME = /^[a-z\d_-]+(\.[a-z\d_-]+)*\.?$/i;
