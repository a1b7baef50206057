import { jsonSchema } from "../../openapi/request-body.js";
import type { AnyOperation } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";

/** The tests of a request, by lines: that it succeeds, and that its answer is one of those that are saved. */
export function testScript(operation: AnyOperation, profiles: readonly Profile[]): string[] {
  const fixtures = profiles.flatMap((profile) => profile.fixtures(operation));
  const successes = fixtures.filter(({ outcome }) => outcome === operation.success).map(({ status }) => status);
  const answers = fixtures.map(({ status, body }) => `${status}/${body?.["code"] ?? body?.["error"] ?? "none"}`);
  const success = [...new Set(successes)];
  const members = membersOf(operation);
  return [
    `const answers = ${JSON.stringify([...new Set(answers)].sort())};`,
    "const text = pm.response.text();",
    "",
    `pm.test("The answer is one of the saved examples", () => {`,
    `  const { code, error } = text === "" ? {} : pm.response.json();`,
    `  pm.expect(answers).to.include(\`\${pm.response.code}/\${code ?? error ?? "none"}\`);`,
    "});",
    "",
    `pm.test("The request succeeds with ${success.join(" or ")}", () => {`,
    `  pm.expect(pm.response.code).to.be.oneOf(${JSON.stringify(success)});`,
    ...(members.length > 0 ? [`  pm.expect(pm.response.json()).to.include.keys(${JSON.stringify(members)});`] : []),
    "});",
  ];
}

/** What a success always tells. */
function membersOf({ outcomes, success }: AnyOperation): readonly string[] {
  const { reply } = outcomes[success] ?? {};
  return reply ? (jsonSchema(reply.schema).required ?? []) : [];
}
