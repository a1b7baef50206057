import express, { type ErrorRequestHandler, type Express } from "express";
import type { AnyOperation } from "../operations/operation.js";
import type { Simulator } from "../simulator/simulator.js";
import type { Universes } from "../simulator/universes.js";
import { answer, zoomRequest } from "./answer.js";
import { createConsentRouter } from "./oauth/consent-router.js";
import { sendProblem } from "./problem.js";
import { BODY_LIMIT, readBody } from "./read-body.js";
import { prefixedUniverse, UnknownUniverseError, universeOrDefault } from "./select-universe.js";
import { unimplemented } from "./unimplemented.js";

/**
 * The Express app over a simulator.
 *
 * @param control The routes under `/__zoom`, unless there are to be none.
 */
export function createApp(simulator: Simulator, universes: Universes, control?: express.Router): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.enable("case sensitive routing");
  addRoutes(app, simulator, universes, control);
  // Behind the plain ones, which must not pay for it.
  const prefixed = express.Router({ caseSensitive: true });
  addRoutes(prefixed, simulator, universes, control);
  prefixed.use(unimplemented(simulator, universes));
  app.use("/u/:universe", prefixedUniverse, prefixed);
  app.use(unimplemented(simulator, universes));
  app.use(unreadable(simulator, universes));
  return app;
}

function addRoutes(router: express.Router, simulator: Simulator, universes: Universes, control?: express.Router): void {
  for (const operation of simulator.operations) {
    router[methodOf(operation)](routesOf(operation), readBody, answer(simulator, universes, operation));
  }
  router.use(createConsentRouter(simulator, universes));
  if (control) router.use("/__zoom", control);
}

const methodOf = ({ method }: AnyOperation) => method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete";

/** The path as Express writes it; and once more for a path parameter that is left empty. */
function routesOf({ path, params }: AnyOperation): string[] {
  const express = path.replace(/\{(\w+)\}/g, ":$1");
  return [
    express,
    ...Object.keys(params).flatMap((name) => [express.replace(`:${name}`, ""), express.replace(`/:${name}`, "")]),
  ];
}

/** What cannot be read at all: a body that is too large or ends too early, a path that is not UTF-8. Never our fault, or else 500. */
const unreadable =
  (simulator: Simulator, universes: Universes): ErrorRequestHandler =>
  (error: Error & { status?: unknown }, req, res, next) => {
    if (res.headersSent) return next(error);
    const universe = universeOrDefault(universes, req, res);
    if (error instanceof UnknownUniverseError) {
      simulator.recordRefusal(zoomRequest(req), error.status, error.message, universe);
      return sendProblem(res, { status: error.status, title: "No such universe", detail: error.message });
    }
    const status = typeof error.status === "number" && error.status >= 400 && error.status < 500 ? error.status : 500;
    const detail =
      status === 500
        ? `zoom-mock failed: ${error.message} This is a fault of zoom-mock; please report it.`
        : `Failed to read the request: ${error.message}. Bodies may have up to ${BODY_LIMIT} bytes; paths are percent-encoded UTF-8.`;
    simulator.recordRefusal(zoomRequest(req), status, detail, universe);
    sendProblem(res, { status, title: status === 500 ? "Internal error of zoom-mock" : "Unreadable request", detail });
  };
