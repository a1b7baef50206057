import { expect, test } from "vitest";
import { clientEnvironment } from "../../src/interception/client-environment.js";
import { readRegistration } from "../../src/interception/registration.js";
import { zoomHosts } from "../../src/interception/zoom-hosts.js";

const ACCESS = {
  ...{ url: "http://127.0.0.1:4010", https: null, proxy: "http://127.0.0.1:4011" },
  ...{ hosts: zoomHosts(), offline: false, certificate: "PEM" },
};
const REGISTER = "file:///p/register.js";
const TRUST = {
  authority: "/t/authority.pem",
  pem: "/t/trust.pem",
  java: "/a b/trust.jks",
  php: "/t/php",
  wget: "/t/wgetrc",
};

test("programs that take a URL get the mock's", () => {
  const { variables } = clientEnvironment({ ...ACCESS, proxy: null, certificate: null }, undefined, {}, REGISTER);
  expect(variables).toEqual({
    ZOOM_MOCK_URL: "http://127.0.0.1:4010",
    ZOOM_API_BASE_URL: "http://127.0.0.1:4010/v2",
    ZOOM_TOKEN_URL: "http://127.0.0.1:4010/oauth/token",
  });
});

test("programs that call Zoom's hosts get a proxy and whom to trust", () => {
  const { variables } = clientEnvironment(ACCESS, TRUST, {}, REGISTER);
  expect(variables).toMatchObject({
    ...{ HTTPS_PROXY: "http://127.0.0.1:4011", https_proxy: "http://127.0.0.1:4011" },
    http_proxy: "http://127.0.0.1:4011",
    ...{ SSL_CERT_FILE: "/t/trust.pem", CURL_CA_BUNDLE: "/t/trust.pem", REQUESTS_CA_BUNDLE: "/t/trust.pem" },
    ...{ NODE_EXTRA_CA_CERTS: "/t/trust.pem", PHP_INI_SCAN_DIR: ":/t/php", SYSTEM_WGETRC: "/t/wgetrc" },
  });
});

test("what the mock listens for by HTTPS alone is trusted, without a proxy", () => {
  const { variables } = clientEnvironment(
    { ...ACCESS, proxy: null, https: "https://127.0.0.1:443" },
    TRUST,
    {},
    REGISTER,
  );
  expect(variables).toMatchObject({ SSL_CERT_FILE: "/t/trust.pem" });
  expect(Object.keys(variables)).not.toContain("HTTPS_PROXY");
});

test("Node's programs load a module that leads them to the mock, behind their own", () => {
  const access = { ...ACCESS, https: "https://127.0.0.1:4443" };
  const { variables } = clientEnvironment(access, TRUST, { NODE_OPTIONS: "--enable-source-maps" }, REGISTER);
  expect(variables["NODE_OPTIONS"]).toBe("--enable-source-maps --import=file:///p/register.js");
  expect(readRegistration(String(variables["ZOOM_MOCK_REGISTER"]))).toEqual({
    ...{ tls: "127.0.0.1:4443", http: "127.0.0.1:4010", hosts: ACCESS.hosts },
    ...{ authority: "/t/authority.pem", offline: false },
  });
  expect(clientEnvironment(access, TRUST, variables, REGISTER).variables["NODE_OPTIONS"]).toBe(
    variables["NODE_OPTIONS"],
  );
});

test("ports that go without saying are said", () => {
  const access = { ...ACCESS, url: "http://127.0.0.1", https: "https://127.0.0.1", proxy: "http://127.0.0.1" };
  const { variables } = clientEnvironment(access, TRUST, {}, REGISTER);
  expect(readRegistration(String(variables["ZOOM_MOCK_REGISTER"]))).toMatchObject({
    ...{ tls: "127.0.0.1:443", http: "127.0.0.1:80" },
  });
  expect(variables["JAVA_TOOL_OPTIONS"]).toContain("-Dhttps.proxyPort=80 ");
});

test("what is set already is not set twice", () => {
  const access = { ...ACCESS, https: "https://127.0.0.1:4443" };
  const { variables } = clientEnvironment(access, TRUST, { JAVA_TOOL_OPTIONS: "-Xmx1g" }, REGISTER);
  expect(clientEnvironment(access, TRUST, variables, REGISTER).variables).toEqual(variables);
});

test("Java gets properties, behind its own", () => {
  const { variables } = clientEnvironment(ACCESS, TRUST, { JAVA_TOOL_OPTIONS: "-Xmx1g", NO_PROXY: ".corp" }, REGISTER);
  expect(variables["JAVA_TOOL_OPTIONS"]).toBe(
    '-Xmx1g -Djavax.net.ssl.trustStore="/a b/trust.jks" -Djavax.net.ssl.trustStoreType=JKS -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=4011 -Dhttp.nonProxyHosts="localhost|127.0.0.1|[::1]|*.corp"',
  );
});

test.each([
  ["", [], []],
  ["db.corp, .internal", ["db.corp", ".internal"], []],
  ["*", [], ["*"]],
  ["zoom.us", [], ["zoom.us"]],
  [".zoom.us x", ["x"], [".zoom.us"]],
  ["*.ZOOM.us", [], ["*.ZOOM.us"]],
  [".us", [], [".us"]],
  ["api.zoom.us:443", [], ["api.zoom.us:443"]],
  ["marketplace.zoom.us,notzoom.us", ["marketplace.zoom.us", "notzoom.us"], []],
  ["*zoom.us,api*,*.corp", ["*.corp"], ["*zoom.us", "api*"]],
  ["localhost", [], []],
])("NO_PROXY=%s is kept, but for what would lead to Zoom itself", (list, kept, dropped) => {
  const environment = clientEnvironment(ACCESS, TRUST, { NO_PROXY: list }, REGISTER);
  expect(environment.variables["NO_PROXY"]).toBe(["localhost", "127.0.0.1", "::1", ...kept].join(","));
  expect(environment.variables["no_proxy"]).toBe(environment.variables["NO_PROXY"]);
  expect(environment.dropped).toEqual(dropped);
});
