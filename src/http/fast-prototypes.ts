import http from "node:http";
import express, { type Express } from "express";

/** The classes with which an HTTP server has to build its requests and responses. */
export interface ServerClasses {
  readonly IncomingMessage: typeof http.IncomingMessage;
  readonly ServerResponse: typeof http.ServerResponse;
}

/**
 * Classes whose instances already have the prototypes that express gives to every request and response. Express calls
 * `Object.setPrototypeOf` on both each time, which on Node 20 costs more than the rest of a request; setting the
 * prototype that is there already costs nothing. Express behaves the same, with any other server too.
 */
export function fastPrototypes(app: Express): ServerClasses {
  class Request extends http.IncomingMessage {}
  class Response<Req extends http.IncomingMessage = http.IncomingMessage> extends http.ServerResponse<Req> {}
  adopt(Request.prototype, express.request, app);
  adopt(Response.prototype, express.response, app);
  app.request = Request.prototype as Express["request"];
  app.response = Response.prototype as Express["response"];
  return { IncomingMessage: Request, ServerResponse: Response };
}

/** Puts express's own prototype, with its methods, between the class's prototype and that of `node:http`. */
function adopt(prototype: object, expressPrototype: object, app: Express): void {
  Object.setPrototypeOf(prototype, expressPrototype);
  Object.defineProperty(prototype, "app", { configurable: true, enumerable: true, writable: true, value: app });
}
