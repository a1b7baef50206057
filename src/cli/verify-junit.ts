import type { PactVerification, VerifiedInteraction } from "../index.js";
import { mismatchText, titleOf } from "./verify-pretty.js";

/** JUnit's XML, one suite for each pact: what CI servers show as test results. */
export function junitReport({ interactions, failed, pending }: PactVerification): string {
  const pacts = [...new Set(interactions.map(({ pact }) => pact))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "zoom-mock verify", ...counts(interactions.length, failed, pending) })}>`,
    ...pacts.flatMap((pact) =>
      suite(
        pact,
        interactions.filter((each) => each.pact === pact),
      ),
    ),
    "</testsuites>",
  ].join("\n");
}

function suite(pact: string, interactions: readonly VerifiedInteraction[]): string[] {
  const pending = interactions.filter(isPending).length;
  const failed = interactions.filter(({ ok }) => !ok).length - pending;
  return [
    `  <testsuite${attributes({ name: pact, ...counts(interactions.length, failed, pending) })}>`,
    ...interactions.flatMap(testCase),
    "  </testsuite>",
  ];
}

function testCase(interaction: VerifiedInteraction): string[] {
  const opening = `    <testcase${attributes({ classname: interaction.consumer, name: titleOf(interaction) })}`;
  if (interaction.ok) return [`${opening}/>`];
  const reasons = interaction.mismatches.map(mismatchText);
  const message = attributes({ message: reasons[0] ?? "it failed" });
  const outcome = isPending(interaction)
    ? `<skipped${message}/>`
    : `<failure${message}>${escaped(reasons.join("\n"))}</failure>`;
  return [`${opening}>`, `      ${outcome}`, "    </testcase>"];
}

const isPending = ({ ok, pending }: VerifiedInteraction): boolean => !ok && pending;

const counts = (tests: number, failures: number, skipped: number) => ({ tests, failures, errors: 0, skipped });

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll("\n", "&#10;")}"`)
    .join("");

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 knows no control characters but tab and line ends, not even as entities. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
