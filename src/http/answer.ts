import type { Request, RequestHandler, Response } from "express";
import { elapsed } from "../domain/clock.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Diagnosis } from "../simulator/diagnosis.js";
import type { Reply, RequestBody, ZoomRequest } from "../simulator/exchange.js";
import { parsePrefer } from "../simulator/preference.js";
import type { Simulator } from "../simulator/simulator.js";
import { UNIVERSE_HEADER, type Universes } from "../simulator/universes.js";
import { deliver } from "./deliver.js";
import { understandBody } from "./doctor/body-doctor.js";
import { sendProblem } from "./problem.js";
import { universeOf } from "./select-universe.js";

/** Answers the requests of one operation: the only place that writes what Zoom would. */
export function answer(simulator: Simulator, universes: Universes, operation: AnyOperation): RequestHandler {
  return async (req, res) => {
    const { observer } = simulator;
    const from = observer ? elapsed() : 0;
    const universe = universeOf(universes, req, res);
    const request = zoomRequest(req, await bodyOf(req, simulator, operation));
    const result = await simulator.perform(operation, request, universe);
    if (!("refusal" in result)) {
      writeReply(res, result, request.body.diagnoses);
      return observer?.answered(operation, elapsed() - from);
    }
    simulator.recordRefusal(request, PREFERENCE_REFUSED, result.refusal, universe, operation);
    sendProblem(res, { status: PREFERENCE_REFUSED, title: "No such outcome", detail: result.refusal });
  };
}

/** A status that Zoom never sends, so that a mistyped preference cannot pass for a refusal of Zoom's. */
const PREFERENCE_REFUSED = 422;

/** The parts of a request, kept apart: a field of the body never stands in for a path parameter. */
export function zoomRequest(req: Request, body: RequestBody = NO_BODY): ZoomRequest {
  const params: Record<string, string> = {};
  for (const name in req.params) params[name] = String(req.params[name] ?? "");
  return { method: req.method, url: req.originalUrl, params, headers: req.headers, body };
}

const NO_BODY: RequestBody = { encoding: "none", size: 0, value: undefined, diagnoses: [] };

function bodyOf(req: Request, simulator: Simulator, operation: AnyOperation): Promise<RequestBody> {
  const { handling } = parsePrefer(req.headers["prefer"]);
  return understandBody(Buffer.isBuffer(req.body) ? req.body : EMPTY, req.headers["content-type"], {
    method: req.method,
    url: () => `${req.protocol}://${req.headers.host ?? "localhost"}${req.originalUrl}`,
    fields: simulator.fields(operation),
    sample: operation.sampleBody ?? {},
    contentTypes: operation.contentTypes ?? simulator.profile.contentTypes,
    strictTypes: simulator.switches.contentTypes === "strict",
    universe: req.headers[UNIVERSE_HEADER],
    strict: handling === "strict" || (simulator.strict && handling !== "lenient"),
  });
}

const EMPTY = Buffer.alloc(0);

function writeReply(
  res: Response,
  { status, headers, body, delivery }: Reply,
  diagnoses: readonly Diagnosis[],
): Promise<void> | undefined {
  // The usual answer has neither: its headers need no copy.
  const all = diagnoses.length === 0 && body === undefined ? headers : { ...headers, ...bodyHeaders(body, diagnoses) };
  if (delivery !== undefined) return deliver(res, { status, headers: all, body }, delivery);
  res.writeHead(status, all);
  res.end(body);
  return undefined;
}

const bodyHeaders = (body: string | undefined, diagnoses: readonly Diagnosis[]) => ({
  ...(diagnoses.length > 0 && diagnosisHeaders(diagnoses)),
  ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
});

function diagnosisHeaders(diagnoses: readonly Diagnosis[]): Record<string, string> {
  const findings = diagnoses.map(
    ({ code, field, message, excerpt }) => `${code} (${field}): ${message}${excerpt ? ` Found: ${excerpt}` : ""}`,
  );
  const [curl = ""] = diagnoses.flatMap((diagnosis) => diagnosis.curl ?? []);
  return {
    "x-zoom-mock-diagnosis": headerText(findings.join(" | ")).slice(0, LONGEST_HEADER),
    // Half a command is worse than none; the journal has it in full.
    ...(curl.length <= LONGEST_HEADER && { "x-zoom-mock-curl": headerText(curl) }),
  };
}

/** As long as every client takes a header. */
const LONGEST_HEADER = 2000;

/** A text as a header may carry it: one line of printable ASCII. */
const headerText = (text: string): string => text.replace(/[^\x20-\x7e]+/g, "?");
