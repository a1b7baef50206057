import { isIP } from "node:net";
import { delimiter } from "node:path";
import type { MockAccess } from "../domain/mock-access.js";
import { coversHost, listedHosts } from "./no-proxy.js";
import { REGISTRATION_VARIABLE, writeRegistration } from "./registration.js";
import type { TrustFiles } from "./trust-files.js";

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What clients are told so that their calls of Zoom reach a mock. */
export interface ClientEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  /** What was left out of the inherited variables because it would have led to the real Zoom. */
  readonly dropped: readonly string[];
}

/** Variables that name a file with certificates, each read by some clients. */
const TRUST_VARIABLES = [
  "SSL_CERT_FILE", // OpenSSL, and so Ruby, PHP's streams, Perl, Python's ssl; Go; .NET on Linux; httpx
  "CURL_CA_BUNDLE", // curl
  "REQUESTS_CA_BUNDLE", // Python's requests
  "NODE_EXTRA_CA_CERTS", // Node, Bun
  "DENO_CERT", // Deno
  "AWS_CA_BUNDLE", // boto, which brings requests of its own
  "CARGO_HTTP_CAINFO", // Cargo
  "GIT_SSL_CAINFO", // Git, which goes through the proxy too
  "PIP_CERT", // pip, likewise
] as const;

/** The files of certificates that an environment names already. */
export const inheritedTrust = (inherited: Environment): string[] =>
  TRUST_VARIABLES.flatMap((name) => inherited[name] || []);

/**
 * The variables that lead the programs of an environment to a mock, as far as the mock has ways in.
 *
 * @param register The URL of the module that does it in Node's programs.
 */
export function clientEnvironment(
  access: MockAccess,
  trust: TrustFiles | undefined,
  inherited: Environment,
  register: string,
): ClientEnvironment {
  const { url, proxy } = access;
  const { kept, dropped } = directHosts(inherited["NO_PROXY"] ?? inherited["no_proxy"] ?? "", access.hosts);
  return {
    variables: {
      ...{ ZOOM_MOCK_URL: url, ZOOM_API_BASE_URL: `${url}/v2`, ZOOM_TOKEN_URL: `${url}/oauth/token` },
      ...(trust && trustVariables(trust, inherited)),
      ...(proxy !== null && proxyVariables(proxy, kept)),
      ...(trust && access.https !== null && nodeVariables(access, access.https, trust, inherited, register)),
      ...(trust && { JAVA_TOOL_OPTIONS: javaOptions(proxy, trust, kept, inherited["JAVA_TOOL_OPTIONS"]) }),
    },
    dropped: proxy === null ? [] : dropped,
  };
}

function trustVariables({ pem, php, wget }: TrustFiles, inherited: Environment): Record<string, string> {
  const folders = inherited["PHP_INI_SCAN_DIR"] ?? "";
  return {
    ...Object.fromEntries(TRUST_VARIABLES.map((name) => [name, pem])),
    // PHP's curl reads no variable but this; an empty part stands for the folder that PHP was built with.
    PHP_INI_SCAN_DIR: folders.split(delimiter).includes(php) ? folders : `${folders}${delimiter}${php}`,
    // Nor does wget with GnuTLS. This stands for the system's settings; the user's own come after them.
    SYSTEM_WGETRC: wget,
  };
}

/** A URL leaves out the port that goes without saying. */
function hostAndPort(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  return `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
}

/** Each once as some read it and once as others do; Ruby's Net::HTTP takes the proxy for http to https too. */
function proxyVariables(proxy: string, direct: readonly string[]): Record<string, string> {
  const list = direct.join(",");
  return { HTTPS_PROXY: proxy, https_proxy: proxy, http_proxy: proxy, NO_PROXY: list, no_proxy: list };
}

/** Node's programs know no proxy, unless they bring one: they are led to the mock by a module that they load first. */
function nodeVariables(
  { url, hosts, offline }: MockAccess,
  https: string,
  { authority }: TrustFiles,
  inherited: Environment,
  register: string,
): Record<string, string> {
  const options = inherited["NODE_OPTIONS"] ?? "";
  const load = `--import=${register}`;
  return {
    [REGISTRATION_VARIABLE]: writeRegistration({
      ...{ tls: hostAndPort(https), http: hostAndPort(url) },
      ...{ hosts, authority, offline },
    }),
    NODE_OPTIONS: options.includes(load) ? options : `${options} ${load}`.trim(),
  };
}

/** Java knows no variable for a proxy: it is told by properties, behind those that it was told already. */
function javaOptions(proxy: string | null, { java }: TrustFiles, direct: readonly string[], inherited = ""): string {
  const trust = [`-Djavax.net.ssl.trustStore="${java}"`, "-Djavax.net.ssl.trustStoreType=JKS"];
  const way = proxy === null ? [] : proxyProperties(proxy, direct);
  const options = [...trust, ...way].join(" ");
  return inherited.endsWith(options) ? inherited : `${inherited} ${options}`.trim();
}

const proxyProperties = (proxy: string, direct: readonly string[]): string[] => [
  `-Dhttps.proxyHost=${new URL(proxy).hostname}`,
  `-Dhttps.proxyPort=${hostAndPort(proxy).split(":").at(-1)}`,
  `-Dhttp.nonProxyHosts="${direct.map(asJavaWrites).join("|")}"`,
];

const asJavaWrites = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host.replace(/^\./, "*."));

/** Who is reached without a proxy: this machine and whoever was before, but for Zoom. */
function directHosts(list: string, hosts: readonly string[]) {
  const named = listedHosts(list);
  const dropped = named.filter((each) => hosts.some((host) => coversHost(each, host)));
  const kept = [...new Set([...THIS_MACHINE, ...named.filter((each) => !dropped.includes(each))])];
  return { kept, dropped };
}

const THIS_MACHINE = ["localhost", "127.0.0.1", "::1"];
