import { once } from "node:events";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import tls from "node:tls";
import { expect, test, vi } from "vitest";
import { type AuthorityFiles, certifyServer, createAuthority } from "../../src/interception/authority.js";
import { openAuthority } from "../../src/interception/authority-folder.js";
import { zoomHosts } from "../../src/interception/zoom-hosts.js";
import { temporaryFolder } from "../support/folder.js";

vi.mock("node:fs/promises", { spy: true });

const WINDOWS = process.platform === "win32";
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

test.skipIf(WINDOWS)("everybody can read the certificate, nobody else the key", async () => {
  using folder = temporaryFolder();
  const place = join(folder.path, "authority");
  const secret = join(place, "authority-key.pem");
  await openAuthority(place, HOSTS, NOW);
  expect((await stat(place)).mode & 0o777).toBe(0o755);
  expect((await stat(join(place, "authority.pem"))).mode & 0o777).toBe(0o644);
  expect((await stat(secret)).mode & 0o777).toBe(0o600);
  await chmod(secret, 0o640);
  await openAuthority(place, HOSTS, NOW);
  expect((await stat(secret)).mode & 0o777).toBe(0o600);
});

test("an authority that is as it should be is not touched", async () => {
  using folder = temporaryFolder();
  const files = [join(folder.path, "authority-key.pem"), join(folder.path, "authority.pem"), folder.path];
  const changes = () => Promise.all(files.map(async (file) => (await stat(file, { bigint: true })).ctimeNs));
  await openAuthority(folder.path, HOSTS, NOW);
  const before = await changes();
  await openAuthority(folder.path, HOSTS, NOW);
  expect(await changes()).toEqual(before);
});

test.skipIf(WINDOWS)("a key whose rights cannot be changed is taken as it is", async () => {
  using folder = temporaryFolder();
  const authority = await openAuthority(folder.path, HOSTS, NOW);
  await chmod(join(folder.path, "authority-key.pem"), 0o644);
  vi.mocked(chmod).mockRejectedValueOnce(Object.assign(new Error("read-only file system"), { code: "EROFS" }));
  expect(await openAuthority(folder.path, HOSTS, NOW)).toEqual(authority);
  expect((await stat(join(folder.path, "authority-key.pem"))).mode & 0o777).toBe(0o644);
});

test("a folder that cannot be made is not one to delete", async () => {
  using folder = temporaryFolder({ file: "" });
  await expect(openAuthority(join(folder.path, "file", "authority"), HOSTS, NOW)).rejects.toThrow(
    /ENOTDIR.*\. Name another folder with --authority\.$/,
  );
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
