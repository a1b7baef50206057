import { createHash, type KeyObject, randomBytes, webcrypto } from "node:crypto";
import { isIP } from "node:net";
import { BitString, Integer, OctetString, Utf8String } from "asn1js";
import {
  AltName,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralSubtree,
  NameConstraints,
} from "pkijs";

/** What a certificate says and who signs it. Keys are on the curve P-256. */
export interface CertificateRequest {
  readonly subject: string;
  readonly issuer: string;
  readonly key: KeyObject;
  readonly signer: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly extensions: readonly Extension[];
}

/** Makes a certificate and signs it: PEM. */
export async function makeCertificate(request: CertificateRequest): Promise<string> {
  const { subject, issuer, key, signer, from, until, extensions } = request;
  const certificate = new Certificate({ version: 2 });
  certificate.serialNumber = new Integer({ valueHex: serialNumber() });
  certificate.issuer.typesAndValues.push(commonName(issuer));
  certificate.subject.typesAndValues.push(commonName(subject));
  certificate.notBefore.value = new Date(from);
  certificate.notAfter.value = new Date(until);
  certificate.extensions = [
    ...extensions,
    extension("2.5.29.14", false, new OctetString({ valueHex: keyIdentifier(key) })),
    extension(
      "2.5.29.35",
      false,
      new AuthorityKeyIdentifier({
        keyIdentifier: new OctetString({ valueHex: keyIdentifier(signer.publicKey) }),
      }).toSchema(),
    ),
  ];
  await certificate.subjectPublicKeyInfo.importKey(await cryptoKey(key, "spki", ["verify"]));
  await certificate.sign(await cryptoKey(signer.privateKey, "pkcs8", ["sign"]), "SHA-256");
  return pem(certificate.toSchema(true).toBER());
}

/** What makes a certificate an authority that can vouch for these names and this machine's addresses alone. */
export const authorityFor = (names: readonly string[]): Extension[] => [
  extension("2.5.29.19", true, new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
  extension("2.5.29.15", true, new BitString({ valueHex: bytes(0b0000_0110), unusedBits: 1 })), // keyCertSign, cRLSign
  extension(
    "2.5.29.30",
    true,
    new NameConstraints({
      permittedSubtrees: [
        ...names.map(dnsName),
        address([127, 0, 0, 0, 255, 0, 0, 0]),
        address([...LOOPBACK_6, ...Array<number>(16).fill(255)]),
      ].map((base) => new GeneralSubtree({ base })),
    }).toSchema(),
  ),
];

/** What makes a certificate a server's, under these names and addresses. */
export const serverAt = (names: readonly string[]): Extension[] => [
  extension("2.5.29.19", true, new BasicConstraints({ cA: false }).toSchema()),
  extension("2.5.29.15", true, new BitString({ valueHex: bytes(0b1000_0000), unusedBits: 7 })), // digitalSignature
  extension("2.5.29.37", false, new ExtKeyUsage({ keyPurposes: ["1.3.6.1.5.5.7.3.1"] }).toSchema()), // serverAuth
  extension("2.5.29.17", false, new AltName({ altNames: names.map(subjectName) }).toSchema()),
];

const LOOPBACK_6 = [...Array<number>(15).fill(0), 1];

const subjectName = (name: string): GeneralName => {
  if (isIP(name) === 6) return address(LOOPBACK_6);
  return isIP(name) === 4 ? address(name.split(".").map(Number)) : dnsName(name);
};
const dnsName = (value: string) => new GeneralName({ type: 2, value });
const address = (value: readonly number[]) =>
  new GeneralName({ type: 7, value: new OctetString({ valueHex: bytes(...value) }) });
const commonName = (value: string) => new AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value }) });

function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

/** RFC 5280, 4.2.1.2: the SHA-1 of the public key, without the structure around it. Some clients ask for it. */
function keyIdentifier(key: KeyObject): ArrayBuffer {
  const point = key.export({ type: "spki", format: "der" }).subarray(-65); // uncompressed point of P-256
  return bytes(...createHash("sha1").update(point).digest());
}

function cryptoKey(key: KeyObject, format: "spki" | "pkcs8", usages: ("sign" | "verify")[]) {
  const der = key.export({ type: format, format: "der" });
  return webcrypto.subtle.importKey(format, der, { name: "ECDSA", namedCurve: "P-256" }, true, usages);
}

/** Positive, and of one length. */
function serialNumber(): ArrayBuffer {
  const [first = 0, ...rest] = randomBytes(16);
  return bytes((first & 0x3f) | 0x40, ...rest);
}

const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer;

const pem = (der: ArrayBuffer): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64").replace(/.{64}/g, "$&\n").trimEnd()}\n-----END CERTIFICATE-----\n`;
