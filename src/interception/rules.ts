import type { ConnectOptions } from "./connect-call.js";
import { hostName } from "./zoom-hosts.js";

/** Where something listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Where connections to mocked hosts go. */
export interface Destination {
  readonly tls: Address;
  readonly http: Address;
  /** Who vouches for the certificate at `tls`, PEM. */
  readonly authority: string;
}

/** What becomes of connections, by the host they are meant for. Of what is not said here, nothing. */
export interface Rules {
  readonly redirect?: { readonly hosts: readonly string[]; readonly to: Destination };
  /** Why no connection may be made to a host. It is given as `hostName` writes it, and never is this machine. */
  refuse?(host: string): Error | undefined;
}

/** What rules say of a connection. */
export type Decision =
  | { readonly kind: "redirect"; readonly to: Destination; readonly by: Rules }
  | { readonly kind: "refuse"; readonly error: Error };

/**
 * What becomes of a connection. Of several rules the latest that names a host wins, and whoever redirects wins over whoever
 * refuses. A connection to this machine is nobody's business but the caller's, also when it asks there for Zoom's
 * certificate.
 */
export function decide(
  all: readonly Rules[],
  { host, servername, path, socket }: ConnectOptions,
): Decision | undefined {
  const names = [host, servername].flatMap((name) => (typeof name === "string" && name ? hostName(name) : []));
  // Where the caller has not connected already, a path or no host is this machine.
  const [place] = socket || (host && !path) ? names : [];
  if (place === undefined || isThisMachine(place)) return undefined;
  const latestFirst = all.toReversed();
  for (const by of latestFirst) {
    const { redirect } = by;
    if (redirect && names.some((name) => redirect.hosts.includes(name))) {
      return { kind: "redirect", to: redirect.to, by };
    }
  }
  for (const rules of latestFirst) {
    for (const name of names) {
      const error = rules.refuse?.(name);
      if (error) return { kind: "refuse", error };
    }
  }
  return undefined;
}

/** Whether a host, as `hostName` writes it, can be nothing but this machine. */
export const isThisMachine = (host: string): boolean =>
  /^(localhost|.*\.localhost|(::ffff:)?127(\.\d+){3}|0\.0\.0\.0|::1?)$/.test(host);
