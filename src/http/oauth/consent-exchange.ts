import type { Request, RequestHandler, Response } from "express";
import type { Consent, ConsentProblem } from "../../simulator/consent/consent.js";
import type { RequestBody } from "../../simulator/exchange.js";
import type { Simulator } from "../../simulator/simulator.js";
import type { Universe } from "../../simulator/universe.js";
import type { Universes } from "../../simulator/universes.js";
import { zoomRequest } from "../answer.js";
import { mediaType, URLENCODED } from "../media-type.js";
import { universeOf } from "../select-universe.js";
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
  return (req, res) => handle(consentExchange(req, res, simulator, universeOf(universes, req, res)));
}

function consentExchange(req: Request, res: Response, simulator: Simulator, universe: Universe): ConsentExchange {
  const query = new URLSearchParams(req.originalUrl.split("?").slice(1).join("?"));
  const body = formOf(req);
  const request = zoomRequest(req, body);
  return {
    simulator,
    universe,
    query,
    search: `?${query}`,
    consent: consentOf(body.value),
    page: (outcome, title, content) => {
      simulator.recordPage(request, 200, outcome, universe);
      sendPage(res, 200, title, content);
    },
    redirect: (outcome, location) => {
      simulator.recordPage(request, 302, outcome, universe);
      res.writeHead(302, { location, "content-length": 0, "cache-control": "no-store", "x-zoom-mock": "page" }).end();
    },
    refuse: (problem) => {
      simulator.recordRefusal(request, 400, problem, universe);
      sendPage(res, 400, "zoom-mock cannot ask for consent", `    <p>${escaped(problem)}</p>`);
    },
  };
}

/** The fields of the page's form; what else is sent is nobody's business. */
function formOf({ headers, body }: Request): RequestBody & { readonly value: ConsentForm | undefined } {
  const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const isForm = mediaType(headers["content-type"]) === URLENCODED;
  const encoding = raw.length === 0 ? "none" : isForm ? "urlencoded" : "other";
  const fields = new URLSearchParams(raw.toString("utf8"));
  const value = isForm ? { decision: fields.get("decision"), user_id: fields.get("user_id") } : undefined;
  return { encoding, size: raw.length, value, diagnoses: [] };
}

interface ConsentForm {
  readonly decision: string | null;
  readonly user_id: string | null;
}

function consentOf({ decision, user_id }: ConsentForm = { decision: null, user_id: null }): Consent | ConsentProblem {
  if (decision === "allow" || decision === "decline") return { userId: user_id ?? "", allowed: decision === "allow" };
  return { problem: "The form does not say decision=allow or decision=decline. Use the buttons of the page." };
}
