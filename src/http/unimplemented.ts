import type { RequestHandler } from "express";
import type { AnyOperation } from "../operations/operation.js";
import { unknownEndpoint } from "../operations/unknown-endpoint.js";
import type { Simulator } from "../simulator/simulator.js";
import type { Universes } from "../simulator/universes.js";
import { nearest } from "../text/nearest.js";
import { answer, zoomRequest } from "./answer.js";
import { sendProblem } from "./problem.js";
import { universeOf } from "./select-universe.js";

/** Answers what no operation has: with 501, never a 404 that looks like Zoom's; or under `/v2`, when a switch asks for it, as Zoom does. */
export function unimplemented(simulator: Simulator, universes: Universes): RequestHandler {
  const routes = simulator.operations.map((operation) => `${operation.method} ${operation.path}`);
  const asZoom = knowsZoomsAnswer(simulator) ? answer(simulator, universes, unknownEndpoint) : undefined;
  return (req, res, next) => {
    if (asZoom && /^\/v2(\/|$)/.test(req.path)) return void asZoom(req, res, next);
    const candidates =
      sameFirst(req.method, req.path, simulator.operations) ?? nearest(`${req.method} ${req.path}`, routes);
    const suggestions = candidates.length > 0 ? candidates : routes;
    const detail = `zoom-mock does not implement ${req.method} ${req.path}. The nearest it has: ${suggestions.join(", ")}.`;
    simulator.recordRefusal(zoomRequest(req), 501, detail, universeOf(universes, req, res));
    sendProblem(res, { status: 501, title: "Not implemented by zoom-mock", detail, nearest: suggestions });
  };
}

const knowsZoomsAnswer = ({ switches, profile }: Simulator): boolean =>
  switches.unknownRoute === "notRecognized" && profile.fixtures(unknownEndpoint).length > 0;

/** The routes of the same path with another method, if there are any. */
function sameFirst(method: string, path: string, operations: readonly AnyOperation[]): string[] | undefined {
  const same = operations.filter((operation) => operation.method !== method && pathPattern(operation.path).test(path));
  return same.length > 0 ? same.map((operation) => `${operation.method} ${operation.path}`) : undefined;
}

const pathPattern = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}/?$`);
