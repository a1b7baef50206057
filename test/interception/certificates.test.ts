import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import tls from "node:tls";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type AuthorityFiles, certifyServer, createAuthority } from "../../src/interception/authority.js";
import { type Redirection, redirectConnections } from "../../src/interception/redirect.js";

const NOW = Date.now();

// A server that says it is api.zoom.us, and connections to two of Zoom's hosts that lead to it.
let authority: AuthorityFiles;
let server: tls.Server;
let address: { readonly host: string; readonly port: number };
let redirection: Redirection | undefined;
beforeEach(async () => {
  authority = await createAuthority(["zoom.us"], NOW);
  server = tls.createServer(await certifyServer(authority, ["api.zoom.us"], NOW), (socket) => socket.end("mine"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  address = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
});
afterEach(() => {
  redirection?.restore();
  server.close();
});

/** What comes of a connection: what the server says, or the code of an error. */
function outcome(options: tls.ConnectionOptions): Promise<string> {
  const socket = tls.connect(options);
  return new Promise((resolve) => {
    socket.on("data", (chunk) => resolve(String(chunk)));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? "none"));
  });
}

function redirectTo(certificate: string): void {
  const to = { tls: address, http: address, authority: certificate };
  redirection = redirectConnections({ redirect: { hosts: ["api.zoom.us", "zoom.us"], to } });
}

describe("on a connection that is redirected", () => {
  test("the certificate of the host that was meant is taken", async () => {
    redirectTo(authority.certificate);
    expect(await outcome({ host: "api.zoom.us", port: 443 })).toBe("mine");
  });

  test("another host's certificate is refused", async () => {
    redirectTo(authority.certificate);
    expect(await outcome({ host: "zoom.us", port: 443 })).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
    expect(await outcome({ host: "api.zoom.us", port: 443, servername: "zoom.us" })).toBe(
      "ERR_TLS_CERT_ALTNAME_INVALID",
    );
  });

  test("one that another authority vouches for is refused, unless the caller trusts it", async () => {
    redirectTo((await createAuthority(["zoom.us"], NOW)).certificate);
    const options = { host: "api.zoom.us", port: 443 };
    expect(await outcome(options)).toBe("SELF_SIGNED_CERT_IN_CHAIN");
    expect(await outcome({ ...options, ca: authority.certificate })).toBe("mine");
    expect(await outcome({ ...options, rejectUnauthorized: false })).toBe("mine");
  });
});

test("a client's own tunnel to Zoom is trusted with the mock's certificate alone", async () => {
  const connect = vi.spyOn(tls, "connect");
  onTestFinished(() => connect.mockRestore());
  redirectTo(authority.certificate);
  const tunnel = { socket: net.connect(address.port, address.host), servername: "api.zoom.us" };
  expect(await outcome(tunnel)).toBe("mine");
  expect(connect).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ ca: [authority.certificate] }), undefined);
});

test("a connection to this machine is left alone, also when it asks there for Zoom's certificate", async () => {
  const nowhere = { host: "127.0.0.1", port: 1 };
  const to = { tls: nowhere, http: nowhere, authority: "" };
  redirection = redirectConnections({ redirect: { hosts: ["api.zoom.us"], to }, refuse: () => new Error("refused") });
  const options = { port: address.port, servername: "api.zoom.us", ca: authority.certificate };
  expect(await outcome({ ...options, host: "127.0.0.1" })).toBe("mine");
  expect(await outcome({ ...options, host: "localhost" })).toBe("mine");
  expect(await outcome(options)).toBe("mine");
});
