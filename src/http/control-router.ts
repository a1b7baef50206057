import express, { type Request, type Router } from "express";
import { type AnyControlCommand, type ControlHost, execute, ZoomMockControlError } from "../control/command.js";
import { controlCommands } from "../control/commands.js";
import { nearest } from "../text/nearest.js";
import { createApiPages } from "./api-pages.js";
import { type ControlAccess, controlGuard } from "./control-guard.js";
import { eventStream } from "./event-stream.js";
import { sendProblem } from "./problem.js";
import { namedUniverse, UnknownUniverseError } from "./select-universe.js";

/** Worlds of a million meetings are set up in one piece. */
const BODY_LIMIT = "500mb";

/** The control API under `/__zoom`: one route for each command, which acts on the universe that the request names. */
export function createControlRouter(host: ControlHost, access: ControlAccess): Router {
  const router = express.Router({ caseSensitive: true });
  router.use((_req, res, next) => {
    res.setHeader("x-zoom-mock", "control");
    next();
  });
  router.use(controlGuard(access));
  // Whatever the type says, the control API takes JSON: curl's -d is enough.
  const readBody = express.text({ type: () => true, limit: BODY_LIMIT, defaultCharset: "utf-8" });
  router.get("/events", eventStream(host));
  for (const command of controlCommands) {
    const method = command.method.toLowerCase() as "get" | "put" | "post" | "delete";
    router[method](command.path.replace(/\{(\w+)\}/g, ":$1"), readBody, async (req, res) => {
      const universe = namedUniverse(host.universes, req, res) ?? host.universe;
      const output = await execute(command, { ...host, universe, baseUrl: baseUrl(req) }, inputOf(command, req));
      if (output === undefined) return void res.writeHead(204).end();
      // Before the head is written: a failure must still be able to say so.
      const { produces = "application/json" } = command;
      const text = command.produces ? String(output) : JSON.stringify(output);
      res.writeHead(200, { "content-type": produces }).end(text);
    });
  }
  router.use((req, res, next) => (req.path === "/docs/" ? res.redirect("../docs") : next()));
  router.use(createApiPages(host));
  router.use((req) => {
    const routes = controlCommands.map((command) => `${command.method} ${command.path}`);
    const suggestions = nearest(`${req.method} ${req.path}`, routes);
    throw new ZoomMockControlError(
      404,
      `The control API has no ${req.method} ${req.path}. It has ${(suggestions.length > 0 ? suggestions : routes).join(", ")}.`,
    );
  });
  router.use(refusals);
  return router;
}

/** Where the mock begins for whoever sent the request: below the app that it is mounted in, above every universe. */
const baseUrl = ({ protocol, headers: { host = "localhost" }, baseUrl: path }: Request): string =>
  `${protocol}://${host}${path.replace(/(\/u\/[^/]+)?\/__zoom$/, "")}`;

/** Path, query and body side by side; a query never stands in for one of the others. */
function inputOf({ method, path }: AnyControlCommand, req: Request): Record<string, unknown> {
  const [stray] = Object.keys(req.query).filter((name) => name === "body" || Object.hasOwn(req.params, name));
  if (stray !== undefined) {
    const place = stray === "body" ? "is sent as the request's body" : "stands in the path";
    throw new ZoomMockControlError(400, `Failed to ${method} ${path}: ${stray} ${place}. Take it out of the query.`);
  }
  const body = parsed(req.body);
  return { ...req.params, ...req.query, ...(body !== undefined && { body }) };
}

/** A body of nothing is no body, whatever its headers announce. */
function parsed(text: unknown): unknown {
  if (typeof text !== "string" || !/\S/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ZoomMockControlError(400, `Failed to read the body: ${(error as Error).message}. Send JSON.`);
  }
}

const refusals: express.ErrorRequestHandler = (error: Error & { status?: number }, _req, res, next) => {
  if (error instanceof ZoomMockControlError || error instanceof UnknownUniverseError) {
    const { status, message: detail } = error;
    const data = "data" in error ? error.data : {};
    return sendProblem(res, { ...data, status, title: "Refused by the control API", detail });
  }
  if (error.status === undefined || error.status >= 500) return next(error);
  sendProblem(res, {
    status: error.status,
    title: "Unreadable request",
    detail: `Failed to read the body: ${error.message}. Send JSON.`,
  });
};
