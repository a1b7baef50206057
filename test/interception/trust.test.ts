import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createAuthority } from "../../src/interception/authority.js";
import { writeTrustFiles } from "../../src/interception/trust-files.js";
import { zoomHosts } from "../../src/interception/zoom-hosts.js";
import { temporaryFolder } from "../support/folder.js";
import { hasTool } from "../support/has-tool.js";

const run = promisify(execFile);
const { certificate } = await createAuthority(zoomHosts(), Date.now());
const company = (await createAuthority(["example.com"], Date.now())).certificate;
const authorities = (pem: string) => pem.split(/(?<=-----END CERTIFICATE-----\n)/).map((each) => each.trim());

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
