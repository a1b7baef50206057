import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { authorityFor, makeCertificate, serverAt } from "./certificate.js";

/** Who vouches that the mock is Zoom, to clients that are told to believe it. Both PEM. */
export interface AuthorityFiles {
  readonly certificate: string;
  readonly key: string;
}

/** The certificate of a server and its key, both PEM, as `https.createServer` takes them. */
export interface ServerCertificate {
  /** With the authority's certificate behind it. */
  readonly cert: string;
  readonly key: string;
}

/**
 * Makes an authority, valid for ten years. Its certificate says that it can vouch for these hosts, the names below them
 * and this machine alone: a client that believes it believes it in nothing else, should its key be lost.
 *
 * @param now Milliseconds since 1970.
 */
export async function createAuthority(hosts: readonly string[], now: number): Promise<AuthorityFiles> {
  const signer = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const certificate = await makeCertificate({
    ...{ subject: NAME, issuer: NAME, key: signer.publicKey, signer },
    ...{ from: now - DAY, until: now + 3650 * DAY },
    extensions: authorityFor([...hosts, "localhost"]),
  });
  return { certificate, key: pkcs8(signer.privateKey) };
}

/**
 * Makes a server's certificate, with a key of its own: for the hosts, and for this machine.
 *
 * @param now Milliseconds since 1970.
 */
export async function certifyServer(
  authority: AuthorityFiles,
  hosts: readonly string[],
  now: number,
): Promise<ServerCertificate> {
  const signer = { privateKey: createPrivateKey(authority.key), publicKey: createPublicKey(authority.key) };
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const certificate = await makeCertificate({
    ...{ subject: hosts[0] ?? NAME, issuer: NAME, key: publicKey, signer },
    // No client takes a server's certificate that is valid for more than 398 days.
    ...{ from: now - DAY, until: now + 390 * DAY },
    extensions: serverAt([...hosts, "localhost", "127.0.0.1", "::1"]),
  });
  return { cert: certificate + authority.certificate, key: pkcs8(privateKey) };
}

const NAME = "zoom-mock: for tests on this machine";
const DAY = 86_400_000;

const pkcs8 = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();
