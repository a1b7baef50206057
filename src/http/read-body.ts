import express, { type RequestHandler } from "express";

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 1_048_576;

const inflating = express.raw({ type: () => true, limit: BODY_LIMIT });

/**
 * Reads the whole body into `req.body`, whatever its type says. Express's own reader does more than most requests need;
 * it reads the compressed ones.
 */
export const readBody: RequestHandler = (req, res, next) => {
  if (req.headers["content-encoding"] !== undefined) return inflating(req, res, next);
  const chunks: Buffer[] = [];
  let size = 0;
  req.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  });
  req.on("end", () => {
    if (size > BODY_LIMIT) return next(Object.assign(new Error("the body is too large"), { status: 413 }));
    req.body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    next();
  });
  req.on("error", (error) => next(Object.assign(error, { status: 400 })));
};
