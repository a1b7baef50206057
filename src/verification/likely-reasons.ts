import type { BodyFields } from "../operations/body-fields.js";
import { outcomesOf } from "../operations/common-outcomes.js";
import type { AnyOperation } from "../operations/operation.js";
import type { KeptExchange } from "../simulator/journal.js";
import { adviceOn } from "./advice.js";
import { answeringFault, withoutFault } from "./by-fault.js";
import { differsInCase, type RawDifference } from "./differences.js";
import { misplaced } from "./misplaced-field.js";
import { nearOperations } from "./near-operations.js";

/** What is known of the operations. */
export interface Knowledge {
  readonly operations: readonly AnyOperation[];
  /** The fields that an operation reads. */
  readonly fields: (operation: AnyOperation) => BodyFields;
}

/** Why a request is likely not to be what was expected, and what to do; the surest reason first. */
export function likelyReasons(
  found: readonly RawDifference[],
  kept: KeptExchange,
  { operations, fields }: Knowledge,
): string[] {
  const operation = operations.find(({ id }) => id === kept.exchange.operationId);
  const read = operation && fields(operation);
  const reasons = [
    ...found.flatMap((difference) => wrongRoute(difference, kept, operations)),
    ...diagnosed(found, kept),
    ...found.flatMap((difference) => [
      ...misplaced(difference, kept.exchange.request.body.value, read),
      ...wrongWriting(difference),
      ...wrongAccept(difference),
    ]),
    ...wrongOutcome(found, kept, operation),
  ];
  return [...new Set(reasons)].slice(0, MOST);
}

const MOST = 4;

/** Sent to another operation than expected, or to none. */
function wrongRoute(
  { path: [name], expected }: RawDifference,
  { exchange: { request, operationId } }: KeptExchange,
  operations: readonly AnyOperation[],
): string[] {
  const wanted = name === "operation" ? operations.find(({ id }) => id === expected) : undefined;
  if (!wanted) return [];
  if (operationId === null) {
    const near = nearOperations(request.method, request.url, [wanted])[0];
    return near && near.why.length > 0 ? [`The route is that of no operation: ${near.why.join("; ")}.`] : [];
  }
  const sent = operations.find(({ id }) => id === operationId);
  if (!sent) return [];
  if (twin(sent.path) === twin(wanted.path) && sent.method === wanted.method) {
    const [actual, right] = [kindOf(sent), kindOf(wanted)];
    return [`It was sent to the ${actual}' path: a ${right.slice(0, -1)} has the same path under /v2/${right}.`];
  }
  if (sent.path === wanted.path) return [`The method is ${wanted.method}, not ${sent.method}.`];
  if (wanted.path === `${sent.path}/status`) {
    return ["/status is missing at the end of the path: without it the stream is configured, not started or stopped."];
  }
  return sent.path === `${wanted.path}/status`
    ? ["/status at the end of the path is too much: it starts or stops the stream, and configures nothing."]
    : [];
}

const kindOf = ({ path }: AnyOperation): "webinars" | "meetings" =>
  path.startsWith("/v2/webinars") ? "webinars" : "meetings";
const twin = (path: string): string =>
  path.replace("/v2/webinars", "/v2/meetings").replace("{webinarId}", "{meetingId}");

/** What the body doctor has said already, where it is about what differs. */
function diagnosed(found: readonly RawDifference[], { exchange }: KeptExchange): string[] {
  const { diagnoses } = exchange.request.body;
  const isOfBody = found.some(({ path: [name = ""] }) => ["body", "encoding", "outcome", "status"].includes(name));
  if (!isOfBody) return [];
  // That nobody reads a field is said better by where it belongs.
  return diagnoses
    .filter(({ code }) => code !== "unknownField" && code !== "unlistedContentType")
    .map(({ code, field, message }) => `${code} (${field}): ${message}`);
}

/** The right value, written otherwise. */
function wrongWriting(difference: RawDifference): string[] {
  const { path, expected, found } = difference;
  const field = path.join(".");
  if (differsInCase(difference)) return [`${field} differs in case only: Zoom's values are case-sensitive.`];
  if (found === undefined || typeof expected === typeof found || String(expected) !== String(found)) return [];
  return [`${field} was sent as a ${typeof found}, not as a ${typeof expected}.`];
}

/** An Accept header that does not ask for JSON. */
function wrongAccept({ path: [place, name], found }: RawDifference): string[] {
  if (place !== "headers" || name !== "accept") return [];
  const sent = found === undefined ? "There is no Accept header" : `Accept is ${String(found)}`;
  return [`${sent}: send Accept: application/json, or Zoom may answer errors in XML (switch errorFormat).`];
}

/** How it ended, where that is not as expected or says by itself that the request went astray. */
function wrongOutcome(
  found: readonly RawDifference[],
  { exchange }: KeptExchange,
  operation: AnyOperation | undefined,
): string[] {
  const { outcome, refusal, preferred } = exchange;
  const fault = answeringFault(exchange);
  const isAstray = outcome === "cannotAccessWebinarInfo" || outcome === "webinarIdDoesNotExist";
  if (!isAstray && !found.some(({ path: [name] }) => name === "outcome" || name === "status")) return [];
  if (refusal !== null) return [refusal];
  if (fault) return [`A fault answered. ${withoutFault(fault)}`];
  if (preferred) return ["The answer was asked for with a Prefer header: nothing was decided."];
  const when = operation && outcome !== null ? outcomesOf(operation)[outcome]?.when : undefined;
  const advice = adviceOn(exchange);
  return when === undefined ? [] : [`It ended with ${outcome}: ${when}.${advice ? ` ${advice}` : ""}`];
}
