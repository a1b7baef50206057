import * as v from "valibot";
import type { Evidence } from "../domain/evidence.js";
import { outcomesOf } from "../operations/common-outcomes.js";
import { faultAnswers } from "../operations/fault-answers.js";
import { type AnyOperation, MISSING } from "../operations/operation.js";
import type { Profile } from "../operations/profile.js";
import { unknownEndpoint } from "../operations/unknown-endpoint.js";
import type { Exchange } from "../simulator/exchange.js";
import { type JournalEntry, type KeptExchange, presented } from "../simulator/journal.js";
import { adviceOn } from "./advice.js";
import { answeringFault, faultLine, strikesWhen, withoutFault } from "./by-fault.js";
import { type Guard, guardOf, guardsOf } from "./guards.js";
import { nearOperations } from "./near-operations.js";
import { requestLine } from "./request-line.js";

/** Why a request was answered as it was. */
export interface Explanation {
  readonly request: JournalEntry;
  /** The operation that answered; `null` when none did. */
  readonly operation: { readonly id: string; readonly summary: string } | null;
  /** The guards that let it pass, in order; none were asked where a Prefer header or a fault chose the answer. */
  readonly passed: readonly Guard[];
  /** What decided: `when` completes the sentence "Answered when …". `null` when the mock itself refused. */
  readonly rule: { readonly guard: Guard | "Prefer" | "fault"; readonly outcome: string; readonly when: string } | null;
  /** What the outcome looks like, and how that is known. */
  readonly fixture: {
    readonly file: string;
    readonly status: number;
    readonly evidence: Evidence;
    readonly source: string;
    readonly notes: string | null;
  } | null;
  /** What would have to change for it to be accepted; empty when it was. */
  readonly toBeAccepted: readonly string[];
  /** All of it for people. */
  readonly text: string;
}

/** What a request was answered by. */
interface Answering {
  readonly operations: readonly AnyOperation[];
  readonly profile: Profile;
  readonly switches: Parameters<AnyOperation["body"]>[0];
}

/** Tells the way of one request: what let it pass, what decided, how that is known and what to change. */
export function explain(kept: KeptExchange, answering: Answering): Explanation {
  const { exchange } = kept;
  const { outcome, operationId } = exchange;
  const operation = operationOf(operationId, outcome, answering.operations);
  const rule = operation && outcome !== null ? ruleOf(exchange, outcome, operation) : null;
  const fixture = operation && outcome !== null ? fixtureOf(answering.profile, operation, outcome) : null;
  const told = {
    request: presented(kept),
    operation: operation && operation !== unknownEndpoint ? { id: operation.id, summary: operation.summary } : null,
    passed: operation && rule ? passed(operation, rule.guard, exchange.status) : [],
    rule,
    fixture,
    toBeAccepted: toBeAccepted(exchange, operation, answering),
  };
  return { ...told, text: textOf(kept, told) };
}

const operationOf = (
  id: string | null,
  outcome: string | null,
  operations: readonly AnyOperation[],
): AnyOperation | undefined =>
  id === null && outcome === unknownEndpoint.success ? unknownEndpoint : operations.find((each) => each.id === id);

function ruleOf(exchange: Exchange, outcome: string, operation: AnyOperation): Explanation["rule"] {
  const fault = answeringFault(exchange);
  if (fault) return { guard: "fault", outcome, when: strikesWhen(fault) };
  const described = outcomesOf(operation)[outcome];
  if (!described) return null;
  return { guard: exchange.preferred ? "Prefer" : guardOf(outcome, operation), outcome, when: described.when };
}

function fixtureOf(profile: Profile, operation: AnyOperation, outcome: string): Explanation["fixture"] {
  const fixture = profile.fixture(operation, outcome) ?? profile.fixture(faultAnswers, outcome);
  if (!fixture) return null;
  const { file, status, evidence, source, notes = null } = fixture;
  return {
    file: file.replaceAll("\\", "/").replace(/^.*(?=\/fixtures\/profiles\/)\//, ""),
    status,
    evidence,
    source,
    notes,
  };
}

/** What was accepted has passed them all. */
function passed(operation: AnyOperation, decider: NonNullable<Explanation["rule"]>["guard"], status: number): Guard[] {
  if (decider === "Prefer" || decider === "fault") return [];
  const guards = guardsOf(operation);
  return isAccepted(status) ? guards : guards.slice(0, Math.max(0, guards.indexOf(decider)));
}

/** Zoom's description of 2021 refuses with 300. */
const isAccepted = (status: number): boolean => status < 300;

function toBeAccepted(exchange: Exchange, operation: AnyOperation | undefined, answering: Answering): string[] {
  const { request, status, refusal, outcome, preferred } = exchange;
  const { diagnoses, refusal: unreadable } = request.body;
  const [curl] = unreadable ? diagnoses.flatMap((diagnosis) => diagnosis.curl ?? []) : [];
  const fault = answeringFault(exchange);
  if (fault) return [withoutFault(fault)];
  if (refusal === null && isAccepted(status)) return [];
  if (preferred) return ["Leave the Prefer header out: it asked for this answer, and nothing was decided."];
  const near =
    operation && operation !== unknownEndpoint ? [] : nearOperations(request.method, request.url, answering.operations);
  const advice = adviceOn(exchange);
  return [
    ...(refusal === null ? [] : [refusal]),
    ...near.map(({ method, path, why }) => `For ${method} ${path}: ${why.join("; ") || "the route is right"}.`),
    ...(unreadable ? diagnoses.map(({ field, message }) => `${field}: ${message}`) : []),
    ...(operation && outcome === "validationFailed" ? fieldAdvice(operation, exchange, answering) : []),
    ...(advice === undefined ? [] : [advice]),
    ...(curl === undefined ? [] : [`Try: ${curl}`]),
  ];
}

/** What each field that was refused may be. */
function fieldAdvice(operation: AnyOperation, { request }: Exchange, { switches }: Answering): string[] {
  if (request.body.refusal) return [];
  const { issues = [] } = v.safeParse(operation.body(switches), request.body.value ?? {});
  const byField = new Map<string, string>();
  for (const issue of issues) {
    const field = v.getDotPath(issue) ?? "body";
    const isMissing = issue.message === MISSING || issue.received === "undefined";
    if (!byField.has(field)) byField.set(field, isMissing ? `${field}: send it.` : `${field}: ${allowed(issue)}.`);
  }
  return [...byField.values()];
}

/** What a field may be. */
function allowed({ type, requirement, expected }: v.BaseIssue<unknown>): string {
  if (type === "max_length") return `it may have ${requirement} characters at most`;
  if (type === "min_length") return `it must have ${requirement} characters at least`;
  if (type === "regex") return `it must match ${requirement}`;
  return expected === null ? "Zoom does not take its value" : `it must be ${expected}`;
}

function textOf(kept: KeptExchange, told: Omit<Explanation, "text">): string {
  const { operation, passed: guards, rule, fixture, toBeAccepted: changes } = told;
  return [
    `#${kept.id} ${requestLine(kept)}`,
    operation ? `Operation: ${operation.id} (${operation.summary})` : "Operation: none",
    ...(kept.exchange.fault ? [faultLine(kept.exchange.fault)] : []),
    ...(guards.length > 0 ? [`Passed: ${guards.join(", ")}`] : []),
    ...(rule ? [`Decided by ${rule.guard}: ${rule.outcome}, answered when ${rule.when}`] : []),
    ...(fixture ? [`Known from: ${fixture.source} (${fixture.evidence}; ${fixture.file})`] : []),
    ...(fixture?.notes ? [`Notes: ${fixture.notes}`] : []),
    ...(changes.length > 0 ? ["To be accepted:", ...changes.map((change) => `  - ${change}`)] : []),
  ].join("\n");
}
