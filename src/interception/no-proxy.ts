import { isIP } from "node:net";
import { hostName } from "./zoom-hosts.js";

/** The entries of a `NO_PROXY`, which commas or spaces separate. */
export const listedHosts = (list: string): string[] => list.split(/[\s,]+/).filter((entry) => entry !== "");

/**
 * Whether an entry of `NO_PROXY` covers a host. Clients read entries differently; here the widest reading counts:
 * `zoom.us`, `.zoom.us` and `*.zoom.us` all mean that and what is below it, a `*` elsewhere stands for any text, as in
 * Java. Addresses are compared as text, so a network such as `10.0.0.0/8` covers none.
 *
 * @param port Without one, an entry for a single port counts for all of them.
 */
export function coversHost(entry: string, host: string, port?: number): boolean {
  const { name, only } = parts(entry);
  if (name === "" || (port !== undefined && only !== undefined && Number(only) !== port)) return false;
  const asked = bareHost(host);
  const below = /^\*?\./.test(name);
  const pattern = below ? name.replace(/^\*?\./, "") : name;
  if (pattern === "") return false;
  const above = isIP(asked) === 0 && (below || !pattern.includes("*")) ? "(.*\\.)?" : "";
  const text = pattern.split(/\*+/).map(escaped).join(".*");
  return new RegExp(`^${above}${text}$`).test(asked);
}

/** A host as it is compared: also without the brackets that an IPv6 address has in URLs. */
export const bareHost = (host: string): string => hostName(host).replace(/^\[(.*)\]$/, "$1");

/** An IPv6 address has colons too: a port follows it only behind brackets. */
function parts(entry: string): { name: string; only: string | undefined } {
  const [, name = entry, only] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  return { name: bareHost(name), only };
}

const escaped = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, "\\$&");
