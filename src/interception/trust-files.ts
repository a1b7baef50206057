import { createHash } from "node:crypto";
import { access, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import envPaths from "env-paths";
import writeFileAtomic from "write-file-atomic";
import { javaTrustStore } from "./java-trust-store.js";

/** Files that tell clients whom to trust: the authority, and everybody they trusted before. */
export interface TrustFiles {
  /** The authority's certificate alone: PEM. */
  readonly authority: string;
  /** All, one after the other: PEM. */
  readonly pem: string;
  /** The same for Java: JKS. */
  readonly java: string;
  /** A folder with an ini file that names them to PHP. */
  readonly php: string;
  /** A file that names them to wget. */
  readonly wget: string;
}

/** Where they are kept if nobody says otherwise: a folder of the user's own, which may be deleted at any time. */
export const trustFolder = (): string => join(envPaths("zoom-mock", { suffix: "" }).cache, "trust");

/**
 * Writes files by which clients trust an authority without trusting anybody less: servers that are passed through keep
 * their own certificates.
 *
 * @param folder Where; files of the same content are there once, whoever needs them.
 * @param inherited Files whose certificates clients are told to trust already. One that is not there counts as empty.
 */
export async function writeTrustFiles(
  folder: string,
  authority: string,
  inherited: readonly string[],
): Promise<TrustFiles> {
  const texts = await Promise.all(inherited.map((file) => readFile(file, "utf8").catch(() => "")));
  const certificates = [...new Set([...pemsIn(authority), ...(await publicAuthorities()), ...texts.flatMap(pemsIn)])];
  const bundle = `${certificates.join("\n")}\n`;
  const place = join(folder, `trust-${createHash("sha256").update(bundle).digest("hex").slice(0, 16)}`);
  const files = {
    ...{ authority: join(place, "authority.pem"), pem: join(place, "trust.pem") },
    ...{ java: join(place, "trust.jks"), php: join(place, "php"), wget: join(place, "wgetrc") },
  };
  const ini = join(files.php, "zoom-mock.ini");
  // The last one that is written says that all are.
  if (await exists(files.wget)) return files;
  await mkdir(files.php, { recursive: true, mode: 0o700 });
  await writeFileAtomic(files.authority, authority);
  await writeFileAtomic(files.pem, bundle);
  await writeFileAtomic(files.java, javaTrustStore(certificates));
  await writeFileAtomic(ini, `curl.cainfo="${files.pem}"\nopenssl.cafile="${files.pem}"\n`);
  await writeFileAtomic(files.wget, `ca_certificate = ${files.pem}\n`);
  return files;
}

/** Those that this system trusts, its administrator's own among them; elsewhere those that Node brings. */
async function publicAuthorities(): Promise<readonly string[]> {
  for (const file of SYSTEM_BUNDLES) {
    const certificates = pemsIn(await readFile(file, "utf8").catch(() => ""));
    if (certificates.length > 0) return certificates;
  }
  return rootCertificates;
}

/** Where systems keep them: Debian and Alpine, Fedora, SUSE, macOS and the BSDs. */
const SYSTEM_BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

const pemsIn = (text: string): string[] =>
  (text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((pem) =>
    pem.replaceAll("\r\n", "\n"),
  );

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
