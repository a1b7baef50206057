import { createHash, type X509Certificate } from "node:crypto";

/** Java's own format for certificates to trust (JKS, version 2); its password is `changeit`, as in Java's own store. */
export function javaTrustStore(certificates: readonly X509Certificate[]): Buffer {
  const entries = certificates.map(({ raw: der }, index) => {
    return Buffer.concat([
      uint32(TRUSTED_CERTIFICATE),
      text(`zoom-mock-${index}`),
      Buffer.alloc(8), // when it was added: never, so that the same certificates make the same file
      text("X.509"),
      uint32(der.length),
      der,
    ]);
  });
  const store = Buffer.concat([uint32(MAGIC), uint32(VERSION), uint32(entries.length), ...entries]);
  const digest = createHash("sha1").update(utf16("changeit")).update("Mighty Aphrodite").update(store).digest();
  return Buffer.concat([store, digest]);
}

const MAGIC = 0xfeedfeed;
const VERSION = 2;
const TRUSTED_CERTIFICATE = 2;

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function text(value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([length, Buffer.from(value)]);
}

const utf16 = (value: string): Buffer => Buffer.from(value, "utf16le").swap16();
