import { Transform } from "node:stream";

/**
 * Puts a path before the target of the first request on a connection, and asks for the connection to end after its answer:
 * the requests behind it would lead elsewhere.
 */
export function prefixTarget(prefix: string): Transform {
  let head: Buffer | undefined = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!head) return done(null, chunk);
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n");
      if (end < 0 && head.length < LONGEST_LINE) return done();
      const line = head.toString("latin1", 0, Math.max(end, 0));
      this.push(`${prefixed(line, prefix)}\r\nConnection: close`, "latin1");
      const rest = head.subarray(Math.max(end, 0));
      head = undefined;
      done(null, rest);
    },
    flush(done) {
      done(null, head);
    },
  });
}

/** What Node's own parser takes of a head; of a longer one it gets a nonsense that it refuses as well. */
const LONGEST_LINE = 16_384;

/** A target with a host in it, as proxies get it, keeps its path only. */
function prefixed(line: string, prefix: string): string {
  const [method = "", target = "", ...version] = line.split(" ");
  const path = target.replace(/^https?:\/\/[^/?]*/i, "").replace(/^(?!\/)/, "/");
  return target === "*" ? line : [method, prefix + path, ...version].join(" ");
}
