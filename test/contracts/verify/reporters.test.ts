import { expect, test } from "vitest";
import { junitReport } from "../../../src/cli/verify-junit.js";
import { prettyReport } from "../../../src/cli/verify-pretty.js";
import type { PactVerification, VerifiedInteraction } from "../../../src/index.js";

const FINE: VerifiedInteraction = {
  consumer: "acme",
  description: 'a "start" <fast> & good',
  states: ["a meeting exists", "a webinar exists"],
  pact: "pacts/acme.json",
  ok: true,
  pending: false,
  mismatches: [],
  warnings: ["Unknown header: x-test"],
};

const BROKEN: VerifiedInteraction = {
  ...FINE,
  description: "a stop",
  states: [],
  ok: false,
  warnings: [],
  mismatches: [
    { kind: "status", message: "expected 200 but was 204", expected: 200, actual: 204 },
    { kind: "header", path: "retry-after", message: "…", expected: '"30"', actual: "" },
    { kind: "header", path: "retry-after", message: "…", expected: '"30"', actual: '"29"' },
    { kind: "body", path: "$.code", message: "Expected 3001 (Integer) to be equal to '3001' (String)" },
    { kind: "state", message: 'There is no provider state "x".' },
    { kind: "openapi", message: "Response status code not defined in spec file: 200" },
    { kind: "other", message: "One or more of the handlers has failed" },
  ],
};

const PENDING: VerifiedInteraction = { ...BROKEN, pact: "pacts/beta.json", consumer: "beta", pending: true };

const VERIFICATION: PactVerification = {
  ok: false,
  passed: 1,
  failed: 1,
  pending: 1,
  interactions: [FINE, BROKEN, PENDING],
};

test("people read lines", () => {
  expect(prettyReport(VERIFICATION)).toMatchInlineSnapshot(`
    "✓ acme: a "start" <fast> & good (a meeting exists, a webinar exists)
        warning: Unknown header: x-test
    ✗ acme: a stop
        status: expected 200, found 204
        header retry-after: expected "30", there is none
        header retry-after: expected "30", found "29"
        body $.code: Expected 3001 (Integer) to be equal to '3001' (String)
        state: There is no provider state "x".
        OpenAPI: Response status code not defined in spec file: 200
        One or more of the handlers has failed
    ~ beta: a stop
        status: expected 200, found 204
        header retry-after: expected "30", there is none
        header retry-after: expected "30", found "29"
        body $.code: Expected 3001 (Integer) to be equal to '3001' (String)
        state: There is no provider state "x".
        OpenAPI: Response status code not defined in spec file: 200
        One or more of the handlers has failed

    3 interactions from 2 sources: 1 passed, 1 failed, 1 pending (do not count)."
  `);
});

test("CI servers read JUnit's XML", () => {
  expect(junitReport(VERIFICATION)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="zoom-mock verify" tests="3" failures="1" errors="0" skipped="1">
      <testsuite name="pacts/acme.json" tests="2" failures="1" errors="0" skipped="0">
        <testcase classname="acme" name="a &quot;start&quot; &lt;fast&gt; &amp; good (a meeting exists, a webinar exists)"/>
        <testcase classname="acme" name="a stop">
          <failure message="status: expected 200, found 204">status: expected 200, found 204
    header retry-after: expected &quot;30&quot;, there is none
    header retry-after: expected &quot;30&quot;, found &quot;29&quot;
    body $.code: Expected 3001 (Integer) to be equal to '3001' (String)
    state: There is no provider state &quot;x&quot;.
    OpenAPI: Response status code not defined in spec file: 200
    One or more of the handlers has failed</failure>
        </testcase>
      </testsuite>
      <testsuite name="pacts/beta.json" tests="1" failures="0" errors="0" skipped="1">
        <testcase classname="beta" name="a stop">
          <skipped message="status: expected 200, found 204"/>
        </testcase>
      </testsuite>
    </testsuites>"
  `);
});

test("what XML cannot hold is replaced", () => {
  const odd = { ...FINE, description: "\u0007 \ud800 \u{1f600}\n", states: [] };
  const report = junitReport({ ...VERIFICATION, interactions: [odd] });
  expect(report).toContain('name="\ufffd \ufffd \u{1f600}&#10;"');
});
