import { X509Certificate } from "node:crypto";
import { Certificate, type GeneralName, NameConstraints } from "pkijs";
import { hostName } from "./zoom-hosts.js";

/**
 * Why programs must not be told to trust an authority: a mock that is somebody else's may give any certificate.
 *
 * @param certificate PEM.
 * @param hosts Those that it may vouch for, besides this machine.
 */
export function authorityProblem(certificate: string, hosts: readonly string[]): string | undefined {
  const der = new X509Certificate(certificate).raw;
  const { extensions = [] } = Certificate.fromBER(new Uint8Array(der));
  const constraints = extensions.find(({ extnID }) => extnID === NAME_CONSTRAINTS);
  const { permittedSubtrees = [] } = constraints?.parsedValue instanceof NameConstraints ? constraints.parsedValue : {};
  if (!constraints?.critical || permittedSubtrees.length === 0) return "it could vouch for every host there is";
  // A kind of name that is not constrained at all is free.
  const kinds = new Set(permittedSubtrees.map(({ base }) => base.type));
  if (!kinds.has(DNS_NAME) || !kinds.has(ADDRESS)) return "it could vouch for hosts or addresses without limit";
  const others = permittedSubtrees.map(({ base }) => base).filter((base) => !isAllowed(base, hosts));
  return others.length === 0 ? undefined : "it could vouch for other hosts than those that the mock answers for";
}

const NAME_CONSTRAINTS = "2.5.29.30";
const DNS_NAME = 2;
const ADDRESS = 7;

function isAllowed({ type, value }: GeneralName, hosts: readonly string[]): boolean {
  if (type === DNS_NAME) return [...hosts, "localhost"].includes(hostName(String(value)));
  if (type !== ADDRESS) return false;
  const bytes = Buffer.from(value.valueBlock.valueHexView).toString("hex");
  return /^(7f.{6}ff.{6}|0{31}1f{32})$/.test(bytes);
}
