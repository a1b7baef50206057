import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { createAuthority } from "../../src/interception/authority.js";
import { authorityFor, makeCertificate } from "../../src/interception/certificate.js";
import { authorityProblem } from "../../src/interception/check-authority.js";
import { zoomHosts } from "../../src/interception/zoom-hosts.js";

const NOW = Date.now();
const HOSTS = zoomHosts();

/** An authority of somebody's own making, with some of the extensions of ours. */
function foreign(extensions: ReturnType<typeof authorityFor>) {
  const signer = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const names = { subject: "foreign", issuer: "foreign", key: signer.publicKey, signer };
  return makeCertificate({ ...names, from: NOW, until: NOW + 86_400_000, extensions });
}

test("the mock's own authority is taken", async () => {
  expect(authorityProblem((await createAuthority(HOSTS, NOW)).certificate, HOSTS)).toBeUndefined();
});

test("so is one for added hosts, if the mock answers for them", async () => {
  const { certificate } = await createAuthority([...HOSTS, "api.zoomgov.com"], NOW);
  expect(authorityProblem(certificate, [...HOSTS, "api.zoomgov.com"])).toBeUndefined();
  expect(authorityProblem(certificate, HOSTS)).toMatch(/other hosts than those/);
});

test("one without constraints is refused, and one whose clients need not mind them", async () => {
  const [basic, usage, constraints] = authorityFor(HOSTS);
  if (!basic || !usage || !constraints) throw new Error("The extensions have changed.");
  expect(authorityProblem(await foreign([basic, usage]), HOSTS)).toMatch(/every host/);
  constraints.critical = false;
  expect(authorityProblem(await foreign([basic, usage, constraints]), HOSTS)).toMatch(/every host/);
});
