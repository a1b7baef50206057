import { readFileSync } from "node:fs";
import { offline } from "./refusals.js";
import type { Address, Rules } from "./rules.js";
import { hostName } from "./zoom-hosts.js";

/** The environment variable by which `zoom-mock/register` is told what to do. */
export const REGISTRATION_VARIABLE = "ZOOM_MOCK_REGISTER";

/** What a program is told that is started with `node --import zoom-mock/register`. */
export interface Registration {
  /** Where the mock speaks TLS, and where it does not, each `host:port`. */
  readonly tls: string;
  readonly http: string;
  /** The hosts that it stands in for. */
  readonly hosts: readonly string[];
  /** The file with the certificate of who vouches for it, PEM. */
  readonly authority: string;
  /** Whether every other host but this machine is refused; otherwise it is not. */
  readonly offline?: boolean;
}

/** What the variable is set to. */
export const writeRegistration = (registration: Registration): string => JSON.stringify(registration);

/**
 * What the variable was set to.
 *
 * @throws Error when it is no registration: a program must not reach the real Zoom for that.
 */
export function readRegistration(text: string): Registration {
  const found = parsed(text);
  const wrong = Object.entries(CHECKS).flatMap(([name, { isRight, expected }]) =>
    isRight(found[name]) ? [] : `${name}: expected ${expected}, found ${JSON.stringify(found[name])}`,
  );
  if (wrong.length > 0) throw unreadable(wrong.join("; "));
  return found as unknown as Registration; // all of it is checked
}

/**
 * What a registration makes of connections.
 *
 * @throws Error when the authority's file cannot be read.
 */
export function rulesOf({ tls, http, hosts, authority, offline: refuses }: Registration): Rules {
  const to = { tls: addressOf(tls), http: addressOf(http), authority: readAuthority(authority) };
  return { redirect: { hosts: hosts.map(hostName), to }, ...(refuses && { refuse: offline }) };
}

interface Check {
  readonly expected: string;
  isRight(value: unknown): boolean;
}

const address: Check = {
  expected: "host:port",
  isRight: (value) => typeof value === "string" && /^(\[[\da-f:]+\]|[^\s:/]+):\d+$/i.test(value),
};

const CHECKS: { readonly [Name in keyof Required<Registration>]: Check } = {
  tls: address,
  http: address,
  hosts: {
    expected: "a list of names",
    isRight: (value) => Array.isArray(value) && value.every((host) => typeof host === "string"),
  },
  authority: { expected: "a path", isRight: (value) => typeof value === "string" },
  offline: { expected: "true or false", isRight: (value) => value === undefined || typeof value === "boolean" },
};

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch (error) {
    throw unreadable((error as Error).message);
  }
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unreadable(`authority: ${(error as Error).message}`);
  }
}

const unreadable = (why: string): Error =>
  new Error(`Failed to read ${REGISTRATION_VARIABLE}: ${why}. Leave the variable to zoom-mock exec.`);

function addressOf(text: string): Address {
  const [, host = "", port] = /^(.*):(\d+)$/.exec(text) ?? [];
  return { host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
}
