import type { AnyOperation } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";

/** The tests of a request, by lines: that it succeeds, and that its answer is one of those that are saved. */
export function testScript(operation: AnyOperation, profiles: readonly Profile[]): string[] {
  const fixtures = profiles.flatMap((profile) => profile.fixtures(operation));
  const successes = fixtures.filter(({ outcome }) => outcome === operation.success).map(({ status }) => status);
  const answers = fixtures.map(({ status, body }) => `${status}/${body?.["code"] ?? "none"}`);
  const success = [...new Set(successes)];
  return [
    `const answers = ${JSON.stringify([...new Set(answers)].sort())};`,
    "const text = pm.response.text();",
    "",
    `pm.test("The answer is one of the saved examples", () => {`,
    `  const code = text === "" ? "none" : pm.response.json().code;`,
    `  pm.expect(answers).to.include(\`\${pm.response.code}/\${code}\`);`,
    "});",
    "",
    `pm.test("The request succeeds with ${success.join(" or ")}", () => {`,
    `  pm.expect(pm.response.code).to.be.oneOf(${JSON.stringify(success)});`,
    "});",
  ];
}
