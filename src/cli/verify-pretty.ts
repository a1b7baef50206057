import type { PactMismatch, PactVerification, VerifiedInteraction } from "../index.js";

/** One line for each interaction, what is wrong below it, and a summary. */
export function prettyReport({ interactions, passed, failed, pending }: PactVerification): string {
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(pending > 0 ? [`${pending} pending (do not count)`] : []),
  ];
  const pacts = new Set(interactions.map(({ pact }) => pact)).size;
  return [
    ...interactions.flatMap(linesOf),
    "",
    `${counted(interactions.length, "interaction")} from ${counted(pacts, "source")}: ${counts.join(", ")}.`,
  ].join("\n");
}

/** An interaction's name: what is asked for, and in which states. */
export const titleOf = ({ description, states }: VerifiedInteraction): string =>
  states.length === 0 ? description : `${description} (${states.join(", ")})`;

/** What is wrong, in one sentence. */
export function mismatchText({ kind, path, message, expected, actual }: PactMismatch): string {
  switch (kind) {
    case "status":
      return `status: expected ${expected}, found ${actual}`;
    case "header":
      return `header ${path ?? ""}: expected ${shown(expected)}, ${actual ? `found ${shown(actual)}` : "there is none"}`;
    case "body":
      return `body ${path ?? ""}: ${message}`;
    case "state":
      return `state: ${message}`;
    case "openapi":
      return `OpenAPI: ${message}`;
    case "other":
      return message;
  }
}

function linesOf(interaction: VerifiedInteraction): string[] {
  const { ok, pending, consumer, mismatches, warnings } = interaction;
  const mark = ok ? "✓" : pending ? "~" : "✗";
  return [
    `${mark} ${consumer}: ${titleOf(interaction)}`,
    ...mismatches.map((mismatch) => `    ${mismatchText(mismatch)}`),
    ...warnings.map((warning) => `    warning: ${warning}`),
  ];
}

/** The verifier quotes some values already. */
const shown = (value: unknown): string =>
  typeof value === "string" && !value.startsWith('"') ? JSON.stringify(value) : String(value);

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;
