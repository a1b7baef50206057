import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { chmod, chown, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAuthority } from "../../src/interception/authority.js";
import { writeTrustFiles } from "../../src/interception/trust-files.js";
import { zoomHosts } from "../../src/interception/zoom-hosts.js";
import { temporaryFolder } from "../support/folder.js";
import { hasTool } from "../support/has-tool.js";

const run = promisify(execFile);
const { certificate } = await createAuthority(zoomHosts(), Date.now());
const company = (await createAuthority(["example.com"], Date.now())).certificate;
const authorities = (pem: string) => pem.split(/(?<=-----END CERTIFICATE-----\n)/).map((each) => each.trim());

const TMPDIR = process.platform === "win32" ? "TEMP" : "TMPDIR";
let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  temporary = temporaryFolder();
  vi.stubEnv(TMPDIR, temporary.path);
});
afterEach(() => {
  vi.unstubAllEnvs();
  temporary[Symbol.dispose]();
});

test("clients trust the mock, the world's authorities and whom they trusted before", async () => {
  using folder = temporaryFolder();
  const own = join(folder.path, "company.pem");
  await writeFile(own, company.replaceAll("\n", "\r\n"));
  const { pem, authority } = await writeTrustFiles(folder.path, certificate, [own, join(folder.path, "missing.pem")]);
  const trusted = authorities(await readFile(pem, "utf8"));
  expect(trusted).toContain(certificate.trim());
  expect(trusted).toContain(company.trim());
  expect(trusted.length).toBeGreaterThan(50);
  expect(trusted.map((each) => new X509Certificate(each).ca)).not.toContain(false);
  expect(await readFile(authority, "utf8")).toBe(certificate);
});

test("the same trust is the same files; what is trusted before counts once", async () => {
  using folder = temporaryFolder();
  const first = await writeTrustFiles(folder.path, certificate, []);
  expect(await writeTrustFiles(folder.path, certificate, [first.pem])).toEqual(first);
  expect(await writeTrustFiles(folder.path, company, [])).not.toEqual(first);
});

test("PHP and wget are told of the same file", async () => {
  using folder = temporaryFolder();
  const { php, wget, pem } = await writeTrustFiles(folder.path, certificate, []);
  expect(await readFile(join(php, "zoom-mock.ini"), "utf8")).toContain(`curl.cainfo="${pem}"`);
  expect(await readFile(wget, "utf8")).toBe(`ca_certificate = ${pem}\n`);
});

test("what is no certificate is left out of what is trusted", async () => {
  using folder = temporaryFolder();
  const own = join(folder.path, "company.pem");
  const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  await writeFile(own, broken + company);
  const { pem } = await writeTrustFiles(folder.path, certificate, [own]);
  const trusted = await readFile(pem, "utf8");
  expect(trusted).not.toContain(broken);
  expect(authorities(trusted)).toEqual(expect.arrayContaining([certificate.trim(), company.trim()]));
});

test.each(["authority.pem", "trust.pem", "trust.jks", "wgetrc", "php/zoom-mock.ini"])(
  "%s is written again when it has gone or changed, and not otherwise",
  async (name) => {
    using folder = temporaryFolder();
    const file = join(dirname((await writeTrustFiles(folder.path, certificate, [])).pem), name);
    const { ino } = await stat(file);
    const content = await readFile(file);
    await writeTrustFiles(folder.path, certificate, []);
    expect((await stat(file)).ino).toBe(ino);
    await rm(file);
    await writeTrustFiles(folder.path, certificate, []);
    expect(await readFile(file)).toEqual(content);
    await writeFile(file, content.subarray(1));
    await writeTrustFiles(folder.path, certificate, []);
    expect(await readFile(file)).toEqual(content);
  },
);

test("files that come from another place name the one where they are", async () => {
  using folder = temporaryFolder();
  const [there, here] = [join(folder.path, "there"), join(folder.path, "here")];
  await writeTrustFiles(there, certificate, []);
  await rename(there, here);
  const { php, wget, pem } = await writeTrustFiles(here, certificate, []);
  expect(dirname(dirname(pem))).toBe(here);
  expect(await readFile(join(php, "zoom-mock.ini"), "utf8")).not.toContain(there);
  expect(await readFile(wget, "utf8")).toBe(`ca_certificate = ${pem}\n`);
});

test("a folder that cannot be written gives way to a private one", async () => {
  using folder = temporaryFolder({ file: "" });
  const { authority } = await writeTrustFiles(join(folder.path, "file", "trust"), certificate, []);
  expect(dirname(dirname(authority))).toBe(temporary.path);
  expect(dirname(authority)).toContain("zoom-mock-trust-");
  expect(await readFile(authority, "utf8")).toBe(certificate);
});

test.skipIf(process.platform === "win32")("the private folder is nobody else's to read", async () => {
  const { authority } = await writeTrustFiles("/dev/null/trust", certificate, []);
  expect((await stat(dirname(authority))).mode & 0o777).toBe(0o700);
});

test("where nothing can be written, it is said what to do", async () => {
  using folder = temporaryFolder({ file: "" });
  vi.stubEnv(TMPDIR, join(folder.path, "file"));
  await expect(writeTrustFiles(join(folder.path, "file", "trust"), certificate, [])).rejects.toThrow(
    /^Failed to write the files of whom to trust in .*trust: ENOTDIR.*\. Let XDG_CACHE_HOME .* can be written\.$/,
  );
});

test
  .skipIf(process.platform === "win32")
  .each<[string, (place: string) => Promise<void>]>([
    ["everybody can write", (place) => chmod(place, 0o707)],
    ["a group can write", (place) => chmod(place, 0o770)],
    ["is a link", (place) => rename(place, `${place}-else`).then(() => symlink(`${place}-else`, place))],
    ...belongingToAnother(),
  ])("a folder that %s is not taken", async (_, spoil) => {
  using folder = temporaryFolder();
  const outer = join(folder.path, "trust");
  const place = dirname((await writeTrustFiles(outer, certificate, [])).pem);
  await spoil(place);
  const instead = dirname((await writeTrustFiles(outer, certificate, [])).pem);
  expect(dirname(instead)).toBe(temporary.path);
  await rm(place, { recursive: true });
  await spoil(outer);
  expect(dirname(dirname((await writeTrustFiles(outer, certificate, [])).pem))).toBe(temporary.path);
});

/** Only root can give a folder away. */
function belongingToAnother(): [string, (place: string) => Promise<void>][] {
  return process.getuid?.() === 0 ? [["is another user's", (place) => chown(place, 12345, 12345)]] : [];
}

test.skipIf(!hasTool("keytool"))(
  "Java's own tool reads the trust store and takes its password",
  async () => {
    using folder = temporaryFolder();
    const { java, pem } = await writeTrustFiles(folder.path, certificate, []);
    const { stdout } = await run("keytool", [
      "-list",
      "-keystore",
      java,
      "-storetype",
      "JKS",
      "-storepass",
      "changeit",
    ]);
    expect(stdout).toContain(`contains ${authorities(await readFile(pem, "utf8")).length} entries`);
    const sha256 = new X509Certificate(certificate).fingerprint256;
    expect(stdout).toContain(
      `zoom-mock-0, Jan 1, 1970, trustedCertEntry, \nCertificate fingerprint (SHA-256): ${sha256}`,
    );
  },
  60_000,
);
