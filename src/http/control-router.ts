import express, { type Router } from "express";
import { type ControlHost, execute, ZoomMockControlError } from "../control/command.js";
import { controlCommands } from "../control/commands.js";
import { nearest } from "../text/nearest.js";
import { createApiPages } from "./api-pages.js";
import { type ControlAccess, controlGuard } from "./control-guard.js";
import { sendProblem } from "./problem.js";

/** Worlds of a million meetings are set up in one piece. */
const BODY_LIMIT = "500mb";

/** The control API under `/__zoom`: one route for each command. */
export function createControlRouter(host: ControlHost, access: ControlAccess): Router {
  const router = express.Router();
  router.use(controlGuard(access));
  // Whatever the type says, the control API takes JSON: curl's -d is enough.
  const readBody = express.json({ type: () => true, limit: BODY_LIMIT, strict: false });
  for (const command of controlCommands) {
    const method = command.method.toLowerCase() as "get" | "put" | "post" | "delete";
    router[method](command.path.replace(/\{(\w+)\}/g, ":$1"), readBody, async (req, res) => {
      const body: unknown = req.body;
      const output = await execute(command, host, { ...req.params, ...req.query, ...(body !== undefined && { body }) });
      if (output === undefined) return void res.writeHead(204).end();
      res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(output));
    });
  }
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

const refusals: express.ErrorRequestHandler = (error: Error & { status?: number }, _req, res, next) => {
  if (error instanceof ZoomMockControlError) {
    return sendProblem(res, { status: error.status, title: "Refused by the control API", detail: error.message });
  }
  if (error.status === undefined || error.status >= 500) return next(error);
  sendProblem(res, {
    status: error.status,
    title: "Unreadable request",
    detail: `Failed to read the body: ${error.message}. Send JSON.`,
  });
};
