import type { Readable } from "node:stream";
import multer from "multer";

/** One part of a form, as it was sent. */
export interface Part {
  readonly name: string;
  value: string;
  /** The part has a file name, or a type that stands for a file. */
  readonly isFile: boolean;
  /** The part's own content type, where it is not plain text. */
  readonly type: string | undefined;
}

/** What one form may hold. A live-stream command needs two short fields. */
const LIMITS: multer.Options["limits"] = {
  fieldNameSize: 100,
  fieldSize: 64 * 1024,
  fields: 50,
  fileSize: 64 * 1024,
  files: 10,
  parts: 50,
  headerPairs: 50,
};

/** The form of a request whose body is already read, in the shape that multer takes. */
class FormSource {
  readonly headers: Record<string, string>;
  readonly parts: Part[] = [];
  readonly raw: Buffer;
  readonly readable = false;
  readonly readableEnded = true;

  constructor(raw: Buffer, contentType: string) {
    this.raw = raw;
    this.headers = { "content-type": contentType, "content-length": String(raw.length) };
  }

  on(): this {
    return this;
  }

  unpipe(): void {}

  resume(): void {}
}

/** The events of multer's parser that carry what a form holds; multer's published types leave its `streamHandler` out. */
interface FormParser {
  on(event: "field", listener: (name: string, value: string, info: { mimeType: string }) => void): void;
  on(event: "file", listener: (name: string, stream: Readable, info: { mimeType: string }) => void): void;
  end(body: Buffer): void;
}

interface StreamHandling {
  streamHandler(source: FormSource, parser: FormParser): void;
}

const options: multer.Options & StreamHandling = {
  limits: LIMITS,
  // The whole body is at hand: the parser gets it in one piece, and what it finds is kept in its order.
  streamHandler: ({ parts, raw }, parser) => {
    parser.on("field", (name, value, { mimeType }) => {
      parts.push({ name, value, isFile: false, type: mimeType === "text/plain" ? undefined : mimeType });
    });
    parser.on("file", (name, stream, { mimeType }) => {
      const part: Part = { name, value: "", isFile: true, type: mimeType };
      const chunks: Buffer[] = [];
      parts.push(part);
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        part.value = Buffer.concat(chunks).toString("utf8");
      });
    });
    parser.end(raw);
  },
};

const parse = multer(options).any();

/**
 * The parts of a form, in their order.
 *
 * @throws multer.MulterError when the form is larger than a form may be; Error when it cannot be read.
 */
export function readMultipart(raw: Buffer, contentType: string): Promise<readonly Part[]> {
  const source = new FormSource(raw, contentType);
  return new Promise((resolve, reject) => {
    // multer reads the headers, feeds busboy through the handler above and leaves the response alone.
    parse(source as never, undefined as never, (error: unknown) => (error ? reject(error) : resolve(source.parts)));
  });
}
