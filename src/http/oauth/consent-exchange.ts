import type { Request, RequestHandler, Response } from "express";
import type { Consent, ConsentProblem } from "../../simulator/consent/consent.js";
import type { Encoding } from "../../simulator/exchange.js";
import type { Simulator } from "../../simulator/simulator.js";
import type { Universe } from "../../simulator/universe.js";
import type { Universes } from "../../simulator/universes.js";
import { zoomRequest } from "../answer.js";
import { mediaType, URLENCODED } from "../media-type.js";
import { escaped, sendPage } from "./page.js";

/** One request for a page, and the ways to answer it. Each of them writes the answer and the journal. */
export interface ConsentExchange {
  readonly simulator: Simulator;
  readonly universe: Universe;
  readonly query: URLSearchParams;
  /** The query as it may stand in a link. */
  readonly search: string;
  /** What the user answered, when the request is the page's own form. */
  readonly consent: Consent | ConsentProblem;
  page(outcome: string, title: string, content: string): void;
  redirect(outcome: string, location: string): void;
  refuse(problem: string): void;
}

/** Hands a request for a page to what answers it. */
export function consentHandler(
  simulator: Simulator,
  universes: Universes,
  handle: (exchange: ConsentExchange) => Promise<void>,
): RequestHandler {
  return (req, res) => handle(consentExchange(req, res, simulator, universes.default));
}

function consentExchange(req: Request, res: Response, simulator: Simulator, universe: Universe): ConsentExchange {
  const form = formOf(req);
  const query = new URLSearchParams(req.originalUrl.split("?").slice(1).join("?"));
  const body = { encoding: encodingOf(req), size: form.size, value: Object.fromEntries(form.fields), diagnoses: [] };
  const request = zoomRequest(req, body);
  return {
    simulator,
    universe,
    query,
    search: `?${query}`,
    consent: consentOf(form.fields),
    page: (outcome, title, content) => {
      simulator.recordPage(request, 200, outcome, universe);
      sendPage(res, 200, title, content);
    },
    redirect: (outcome, location) => {
      simulator.recordPage(request, 302, outcome, universe);
      res.writeHead(302, { location, "cache-control": "no-store", "x-zoom-mock": "page" }).end();
    },
    refuse: (problem) => {
      simulator.recordRefusal(request, 400, problem, universe);
      sendPage(res, 400, "zoom-mock cannot ask for consent", `    <p>${escaped(problem)}</p>`);
    },
  };
}

function formOf({ body }: Request): { readonly fields: URLSearchParams; readonly size: number } {
  const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return { fields: new URLSearchParams(raw.toString("utf8")), size: raw.length };
}

const encodingOf = ({ headers, body }: Request): Encoding => {
  if (!Buffer.isBuffer(body) || body.length === 0) return "none";
  return mediaType(headers["content-type"]) === URLENCODED ? "urlencoded" : "other";
};

function consentOf(fields: URLSearchParams): Consent | ConsentProblem {
  const decision = fields.get("decision");
  const userId = fields.get("user_id") ?? "";
  if (decision === "allow" || decision === "decline") return { userId, allowed: decision === "allow" };
  return { problem: "The form does not say decision=allow or decision=decline. Use the buttons of the page." };
}
