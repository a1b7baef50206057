import { once } from "node:events";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import tls from "node:tls";
import { expect, test } from "vitest";
import { type AuthorityFiles, certifyServer, createAuthority } from "../../src/interception/authority.js";
import { openAuthority } from "../../src/interception/authority-folder.js";
import { zoomHosts } from "../../src/interception/zoom-hosts.js";
import { temporaryFolder } from "../support/folder.js";

const NOW = Date.now();
const HOSTS = zoomHosts();

/** Why a TLS client that trusts the authority refuses a server that is certified under a name; "" when it does not. */
async function refusal(authority: AuthorityFiles, name: string): Promise<string> {
  const server = https.createServer(await certifyServer(authority, [name], NOW)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = tls.connect({ host: "127.0.0.1", port, servername: name, ca: authority.certificate });
  const reason = await once(client, "secureConnect").then(
    () => "",
    (error: Error) => error.message,
  );
  client.destroy();
  server.close();
  return reason;
}

test.each(["api.zoom.us", "zoom.us", "api-eu.zoom.us"])("a client that trusts the authority takes %s", async (host) => {
  expect(await refusal(await createAuthority(HOSTS, NOW), host)).toBe("");
});

test("a client that trusts the authority takes its word for no other host", async () => {
  expect(await refusal(await createAuthority(HOSTS, NOW), "example.com")).toBe("permitted subtree violation");
});

test("an authority that is made for another host vouches for that one too", async () => {
  const authority = await createAuthority(zoomHosts(["api.zoomgov.com"]), NOW);
  expect(await refusal(authority, "api.zoomgov.com")).toBe("");
});

test("an authority is made once, also when two ask for it at the same time", async () => {
  using folder = temporaryFolder();
  const both = await Promise.all([openAuthority(folder.path, HOSTS, NOW), openAuthority(folder.path, HOSTS, NOW)]);
  expect(both[0]).toEqual(both[1]);
  expect(await openAuthority(folder.path, HOSTS, NOW)).toEqual(both[0]);
  expect((await readdir(folder.path)).sort()).toEqual(["authority-key.pem", "authority.pem"]);
  expect(await readFile(join(folder.path, "authority.pem"), "utf8")).toBe(both[0].certificate);
});

test.skipIf(process.platform === "win32")("nobody else can read the key", async () => {
  using folder = temporaryFolder();
  const place = join(folder.path, "authority");
  const secret = join(place, "authority-key.pem");
  await openAuthority(place, HOSTS, NOW);
  expect((await stat(place)).mode & 0o777).toBe(0o700);
  expect((await stat(secret)).mode & 0o777).toBe(0o600);
  await chmod(secret, 0o644);
  await openAuthority(place, HOSTS, NOW);
  expect((await stat(secret)).mode & 0o777).toBe(0o600);
});

test("other hosts get an authority of their own, so that Zoom's goes on vouching for Zoom alone", async () => {
  using folder = temporaryFolder();
  const zoom = await openAuthority(folder.path, HOSTS, NOW);
  const more = await openAuthority(folder.path, zoomHosts(["api.zoomgov.com"]), NOW);
  expect(more.certificate).not.toBe(zoom.certificate);
  expect(await openAuthority(folder.path, zoomHosts(["API.zoomgov.com."]), NOW)).toEqual(more);
});

test.each([
  ["no key", "something else\n", /holds no key and certificate/],
  ["another's key", undefined, /is not that of the certificate/],
])("a folder that holds %s is not taken for an authority", async (_, text, problem) => {
  using folder = temporaryFolder();
  const { certificate } = await createAuthority(HOSTS, NOW);
  const { key } = await createAuthority(HOSTS, NOW);
  await writeFile(join(folder.path, "authority-key.pem"), text ?? key + certificate);
  await expect(openAuthority(folder.path, HOSTS, NOW)).rejects.toThrow(problem);
  await expect(openAuthority(folder.path, HOSTS, NOW)).rejects.toThrow(/Delete the folder, or name another one/);
});
