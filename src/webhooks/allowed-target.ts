/** Decides whether the mock may send to a URL: to this machine always, to other hosts when they were named. */
export type AllowsTarget = (url: string) => boolean;

/** @param hosts Names or addresses as they stand in URLs; `*` allows all. */
export function allowedTargets(hosts: readonly string[]): AllowsTarget {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()));
  return (url) => {
    if (!URL.canParse(url)) return false;
    const { hostname } = new URL(url);
    return LOOPBACK.test(hostname) || allowed.has("*") || allowed.has(hostname) || allowed.has(bare(hostname));
  };
}

/** As a parsed URL has it: 127.1 is written out by then, and IPv6 shortened. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/;

/** An IPv6 address without its brackets. */
const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, "$1");
