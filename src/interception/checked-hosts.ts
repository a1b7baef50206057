import { isIP } from "node:net";
import { isThisMachine } from "./rules.js";
import { hostName } from "./zoom-hosts.js";

/**
 * Hosts that a user names.
 *
 * @throws TypeError when one of them is no name of a host elsewhere.
 */
export function checkedHosts(hosts: readonly string[] = []): readonly string[] {
  const wrong = hosts.filter((host) => !isHostElsewhere(host));
  if (wrong.length === 0) return hosts;
  throw new TypeError(
    `Failed to take ${wrong.map((host) => JSON.stringify(host)).join(", ")} as hosts: each is to be the name of another machine, without scheme, port and path. Give one like "zoom.example.com".`,
  );
}

/** Whether a text can be the name of another machine, without scheme, port and path. */
export const isHostElsewhere = (host: string): boolean =>
  NAME.test(host) && isIP(host) === 0 && !isThisMachine(hostName(host));

const NAME = /^[a-z\d_-]+(\.[a-z\d_-]+)*\.?$/i;
