import { timingSafeEqual } from "node:crypto";
import { TLSSocket } from "node:tls";
import type { Request, RequestHandler } from "express";
import { ZoomMockControlError } from "../control/command.js";
import { isLoopbackAddress, isLoopbackHost, isLoopbackOrigin } from "./loopback.js";

/** Who may use the control API. */
export interface ControlAccess {
  /** Asked for as a bearer token; without one, only programs on this machine are let in. */
  readonly token?: string | undefined;
}

/**
 * Keeps strangers out of the control API: other machines, and web pages that reach this one through a browser (they
 * come with a foreign Origin, or with a Host name of their own that resolves to this machine).
 */
export function controlGuard({ token }: ControlAccess): RequestHandler {
  return (req, _res, next) => {
    const reason = token === undefined ? strangeness(req) : tokenProblem(req, token);
    if (reason === undefined) return next();
    throw new ZoomMockControlError(token === undefined ? 403 : 401, `The control API refuses this request: ${reason}`);
  };
}

function strangeness(req: Request): string | undefined {
  const { host, origin } = req.headers;
  if (!isLoopbackAddress(req.socket.remoteAddress ?? "")) {
    return "it comes from another machine. Start the mock with --control-token and send the token.";
  }
  if (!isOwnName(req.socket)) return "it was sent to another host's name. Send it to the mock's own URL.";
  if (host === undefined) return "it has no Host header. Send one that says localhost or 127.0.0.1.";
  if (!isLoopbackHost(host)) {
    return `the Host ${host} is not this machine's own name. Use localhost or 127.0.0.1, or start the mock with --control-token.`;
  }
  if (origin !== undefined && !isLoopbackOrigin(origin)) {
    return `the Origin ${origin} is foreign. Call it from a page on this machine, or start the mock with --control-token.`;
  }
  return undefined;
}

/** Whether TLS was asked for this machine itself, if it was TLS: under Zoom's hosts there is no control API. */
function isOwnName(socket: Request["socket"]): boolean {
  const name = socket instanceof TLSSocket ? (socket as TLSSocket & { servername?: string | false }).servername : "";
  return !name || isLoopbackHost(name);
}

function tokenProblem(req: Request, token: string): string | undefined {
  const given = Buffer.from(/^Bearer +(\S+)$/i.exec(req.headers.authorization ?? "")?.[1] ?? "");
  const wanted = Buffer.from(token);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return undefined;
  return "it does not carry the control token. Send Authorization: Bearer with the token the mock was started with.";
}
