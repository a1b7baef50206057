import type { Evidence } from "../domain/evidence.js";
import type { Switches } from "../domain/switches.js";
import type { AnyOperation, FixtureValue } from "./operation.js";

/** What an outcome looks like on the wire, and how that is known. */
export interface Fixture {
  readonly outcome: string;
  readonly evidence: Evidence;
  /** Where the evidence stands. */
  readonly source: string;
  readonly notes: string | undefined;
  readonly status: number;
  /** The file it came from. */
  readonly file: string;
  /** The body as the file has it, with its placeholders; nothing where it is the outcome's whole document. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** Whether the body is the outcome's whole document. */
  readonly isReply: boolean;
  /** How it is written for a client that does not ask for JSON (switch errorFormat); nothing where Zoom sends JSON all the same. */
  readonly xml: XmlForm | undefined;
  /** Headers and body with the values in their places. */
  render(values: Readonly<Record<string, FixtureValue>>): { headers: Record<string, string>; body: string | undefined };
}

/** A body as XML. */
export interface XmlForm {
  readonly contentType: string;
  /** The XML that says what the JSON says. */
  write(json: string): string;
}

/** How Zoom answers, as one of its descriptions tells: `2021`, `2025` or a user's own. */
export interface Profile {
  readonly name: string;
  readonly description: string;
  /** The types of body that the description lists. */
  readonly contentTypes: readonly string[];
  /** What it sets differently from the switches' own defaults. */
  readonly switches: Partial<Switches>;
  /** The fixture of an outcome: the operation's own before the common one. */
  fixture(operation: AnyOperation, outcome: string): Fixture | undefined;
  /** All fixtures an operation can answer with, its own outcomes first, in the order of its declaration. */
  fixtures(operation: AnyOperation): readonly Fixture[];
}
