import { createHash, createPrivateKey, X509Certificate } from "node:crypto";
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import envPaths from "env-paths";
import writeFileAtomic from "write-file-atomic";
import { type AuthorityFiles, createAuthority } from "./authority.js";
import { ZOOM_HOSTS } from "./zoom-hosts.js";

/** Where an authority is kept if nobody says otherwise: a folder of the user's own. */
export const authorityFolder = (): string => join(envPaths("zoom-mock", { suffix: "" }).data, "authority");

/**
 * The authority of a folder, made when there is none; for other hosts than Zoom's, one of their own below it. Its
 * certificate stands in `authority.pem`, for clients to trust; its key beside it, which nobody else can read.
 *
 * @param now Milliseconds since 1970.
 * @throws Error when the folder cannot be written, or holds something else.
 */
export async function openAuthority(folder: string, hosts: readonly string[], now: number): Promise<AuthorityFiles> {
  const place = resolve(hosts.every((host) => ZOOM_HOSTS.includes(host)) ? folder : join(folder, nameOf(hosts)));
  const secret = join(place, "authority-key.pem");
  try {
    const authority = (await readAuthority(secret)) ?? (await keepAuthority(secret, place, hosts, now));
    await publish(join(place, "authority.pem"), authority.certificate);
    return authority;
  } catch (error) {
    // What the system refuses (to read, to write) would not be mended by a new authority.
    const advice = isRefused(error)
      ? "Name another folder with --authority."
      : "Delete the folder, or name another one with --authority.";
    throw new Error(`Failed to open the authority in ${place}: ${(error as Error).message}. ${advice}`, {
      cause: error,
    });
  }
}

async function keepAuthority(secret: string, place: string, hosts: readonly string[], now: number) {
  // Others read the certificate, also when it takes root to make one.
  await mkdir(place, { recursive: true, mode: 0o755 });
  const authority = await createAuthority(hosts, now);
  // Complete before it has its name; who comes second takes what the first one made.
  const draft = `${secret}.${createHash("sha256").update(authority.certificate).digest("hex").slice(0, 16)}`;
  await writeFile(draft, authority.key + authority.certificate, { mode: 0o600, flag: "wx" });
  try {
    await link(draft, secret);
    return authority;
  } catch (error) {
    const first = (error as NodeJS.ErrnoException).code === "EEXIST" ? await readAuthority(secret) : undefined;
    if (first) return first;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readAuthority(secret: string): Promise<AuthorityFiles | undefined> {
  const text = await readFile(secret, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  await hide(secret);
  const [, key, certificate] = /^(.*?-----END PRIVATE KEY-----\n)(.*)$/s.exec(text) ?? [];
  if (!key || !certificate) throw new Error("its authority-key.pem holds no key and certificate");
  if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) {
    throw new Error("the key in its authority-key.pem is not that of the certificate");
  }
  return { certificate, key };
}

/** Whatever copied it here; one that is mounted read-only has the rights that whoever mounted it wants. */
async function hide(secret: string): Promise<void> {
  if (((await stat(secret)).mode & 0o077) === 0) return;
  await chmod(secret, 0o600).catch((error: NodeJS.ErrnoException) => {
    if (!["EROFS", "EPERM", "EACCES"].includes(error.code ?? "")) throw error;
  });
}

/** Written only when it is missing or different, so that one that is mounted read-only does no harm. */
async function publish(file: string, certificate: string): Promise<void> {
  const published = await readFile(file, "utf8").catch(() => undefined);
  if (published !== certificate) await writeFileAtomic(file, certificate, { mode: 0o644 });
}

const isRefused = (error: unknown): boolean => error instanceof Error && "syscall" in error;

const nameOf = (hosts: readonly string[]): string =>
  createHash("sha256")
    .update([...hosts].sort().join())
    .digest("hex")
    .slice(0, 16);
