import { createHash, X509Certificate } from "node:crypto";
import { lstat, mkdir, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
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
 * @param folder Where; files of the same content are there once, whoever needs them, and what has gone or changed is
 *   written again. When it cannot be written, or others could write it, a new private folder among the system's
 *   temporary files takes its place; the programs that trust it may outlive this one, so nobody deletes it.
 * @param inherited Files whose certificates clients are told to trust already. One that is not there counts as empty;
 *   what is no certificate is left out.
 * @throws Error when neither folder can be written.
 */
export async function writeTrustFiles(
  folder: string,
  authority: string,
  inherited: readonly string[],
): Promise<TrustFiles> {
  const texts = await Promise.all(inherited.map((file) => readFile(file, "utf8").catch(() => "")));
  const all = [...certificatesIn(authority), ...(await publicAuthorities()), ...texts.flatMap(certificatesIn)];
  const certificates = [...new Map(all.map((each) => [each.fingerprint256, each])).values()];
  const pem = certificates.join("");
  const contents = { authority, pem, java: javaTrustStore(certificates) };
  try {
    const name = `trust-${createHash("sha256").update(pem).digest("hex").slice(0, 16)}`;
    await claim(folder);
    return await fill(await claim(join(folder, name)), contents);
  } catch (error) {
    try {
      return await fill(await mkdtemp(join(tmpdir(), "zoom-mock-trust-")), contents);
    } catch (second) {
      const why = `${(error as Error).message}; ${(second as Error).message}`;
      throw new Error(
        `Failed to write the files of whom to trust in ${folder}: ${why}. Let XDG_CACHE_HOME (or the system's own) name a folder that can be written.`,
        { cause: error },
      );
    }
  }
}

/** Makes a folder unless it is there, and refuses one in which somebody else could change whom clients trust. */
async function claim(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid } = userInfo(); // throws when the system does not know the user: then no folder is known to be theirs
  const status = await lstat(folder);
  const isPrivate = uid === NO_UID || (status.uid === uid && (status.mode & 0o022) === 0);
  if (!status.isDirectory() || !isPrivate) throw new Error(`${folder} is not a folder that this user alone can write`);
  return folder;
}

/** On Windows, where users have none and folders no modes. */
const NO_UID = -1;

async function fill(
  place: string,
  contents: { readonly authority: string; readonly pem: string; readonly java: Buffer },
): Promise<TrustFiles> {
  const files = {
    ...{ authority: join(place, "authority.pem"), pem: join(place, "trust.pem") },
    ...{ java: join(place, "trust.jks"), php: join(place, "php"), wget: join(place, "wgetrc") },
  };
  await keep(files.authority, contents.authority);
  await keep(files.pem, contents.pem);
  await keep(files.java, contents.java);
  await mkdir(files.php, { recursive: true, mode: 0o700 });
  // These name the place, which is another one when the cache comes from another machine.
  await keep(join(files.php, "zoom-mock.ini"), `curl.cainfo="${files.pem}"\nopenssl.cafile="${files.pem}"\n`);
  await keep(files.wget, `ca_certificate = ${files.pem}\n`);
  return files;
}

async function keep(file: string, content: string | Buffer): Promise<void> {
  const kept = await readFile(file).catch(() => undefined);
  if (!kept?.equals(Buffer.from(content))) await writeFileAtomic(file, content);
}

/** Those that this system trusts, its administrator's own among them; elsewhere those that Node brings. */
async function publicAuthorities(): Promise<readonly X509Certificate[]> {
  for (const file of SYSTEM_BUNDLES) {
    const certificates = certificatesIn(await readFile(file, "utf8").catch(() => ""));
    if (certificates.length > 0) return certificates;
  }
  return rootCertificates.flatMap(certificatesIn);
}

/** Where systems keep them: Debian and Alpine, Fedora, SUSE, macOS and the BSDs. */
const SYSTEM_BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

function certificatesIn(text: string): X509Certificate[] {
  const pems = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return pems.flatMap((pem) => {
    try {
      return [new X509Certificate(pem)];
    } catch {
      return []; // the clients that were told of it did without it, too
    }
  });
}
