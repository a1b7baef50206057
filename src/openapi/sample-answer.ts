import type { GenericSchema } from "valibot";
import { outcomesOf } from "../operations/common-outcomes.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Fixture, Profile } from "../operations/profile.js";
import { sampleQuota, sampleValues } from "../operations/sample-values.js";

/** One outcome of an operation under one profile, with a sample answer. */
export interface Answer {
  readonly profile: string;
  readonly fixture: Fixture;
  readonly when: string;
  /** The schema of the document that the outcome answers with. */
  readonly reply: GenericSchema | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** The headers of accounts whose plan has a quota for the day; besides those above. */
  readonly quotaHeaders: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The same in XML, where Zoom writes it so for a client that does not ask for JSON. */
  readonly xml: { readonly contentType: string; readonly text: string } | undefined;
}

/** An answer with the samples that the operation declares. */
export function sampleAnswer(operation: AnyOperation, profile: Profile, fixture: Fixture): Answer {
  const outcome = outcomesOf(operation)[fixture.outcome];
  const values = sampleValues(operation, fixture.outcome);
  const sample = fixture.render(values);
  const { xml } = fixture;
  return {
    profile: profile.name,
    fixture,
    when: outcome?.when ?? "",
    reply: outcome?.reply?.schema,
    headers: sample.headers,
    quotaHeaders: fixture.render({ ...values, ...sampleQuota(operation) }).headers,
    body: sample.body === undefined ? undefined : JSON.parse(sample.body),
    xml: xml && sample.body ? { contentType: xml.contentType, text: xml.write(sample.body) } : undefined,
  };
}
