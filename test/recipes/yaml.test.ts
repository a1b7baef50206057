import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, test } from "vitest";
import { recipeFiles } from "../support/recipe.js";
import { parseYaml } from "../support/yaml.js";
import { composeSchema, pipelineSchema, workflowSchema } from "./yaml-schemas.js";

const example = (file: string) => readFileSync(new URL(`../../examples/compose/${file}`, import.meta.url), "utf8");

test.each<[string, string, v.GenericSchema]>([
  ["examples/compose/compose.yaml", example("compose.yaml"), composeSchema],
  ["examples/compose/https.yaml", example("https.yaml"), composeSchema],
  ["the GitHub workflow", recipeFiles("github-actions.md")[".github/workflows/test.yaml"] ?? "", workflowSchema],
  ["the GitLab pipeline", recipeFiles("gitlab-ci.md")[".gitlab-ci.yml"] ?? "", pipelineSchema],
])("%s has the keys and values of its format, and no others", async (_name, text, schema) => {
  const { issues } = v.safeParse(schema, await parseYaml(text));
  expect(issues?.map(({ message, path }) => [v.getDotPath({ path } as never), message])).toBeUndefined();
  // The check is red for a key that is not known.
  expect(v.is(schema, await parseYaml(text.replace(/^( +)(environment|steps|script):/m, "$1misspelt:")))).toBe(false);
  await expect(parseYaml(`${text}\n  - ]`)).rejects.toThrow("Error parsing");
});

test.each(["compose.yaml", "https.yaml"])("the parts of %s fit together", async (file) => {
  const { services, volumes = {} } = v.parse(composeSchema, await parseYaml(example(file)));
  const { zoom, app } = services;
  expect(zoom?.environment).toHaveProperty("ZOOM_MOCK_CONTROL_TOKEN");
  expect(Object.keys(app?.depends_on ?? {})).toEqual(["zoom"]);
  const named = [zoom, app].flatMap((service) => service?.volumes ?? []).filter((volume) => !volume.startsWith("./"));
  for (const volume of named) expect(Object.keys(volumes)).toContain(volume.split(":")[0]);
  for (const address of Object.values(app?.environment ?? {}).filter((value) => /^https?:/.test(String(value)))) {
    expect(Object.keys(services)).toContain(new URL(String(address)).hostname);
  }
});

test("over HTTPS the mock has the hosts that the application calls, and the application its certificate", async () => {
  const { services } = v.parse(composeSchema, await parseYaml(example("https.yaml")));
  const { zoom, app } = services;
  const called = [...example("app.mjs").matchAll(/"https:\/\/([\w.]+)/g)].map(([, host]) => host);
  expect(called).toHaveLength(2);
  expect(zoom?.networks?.["default"]?.aliases).toEqual(called);
  const [, folder = ""] = app?.volumes?.find((volume) => volume.startsWith("authority:"))?.split(":") ?? [];
  expect(app?.environment?.["NODE_EXTRA_CA_CERTS"]).toBe(`${folder}/authority.pem`);
  const [, authority] =
    /ZOOM_MOCK_AUTHORITY=(\S+)/.exec(readFileSync(new URL("../../Dockerfile", import.meta.url), "utf8")) ?? [];
  expect(zoom?.volumes).toEqual([`authority:${authority}`]);
});
