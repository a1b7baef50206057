import * as v from "valibot";

/** What the files here use of three formats, and nothing else: a key that is misspelt or misplaced is an error. */

const texts = v.record(v.string(), v.union([v.string(), v.number()]));
const name = v.pipe(v.string(), v.regex(/^[a-zA-Z][\w-]*$/));
const image = v.pipe(v.string(), v.regex(/^[\w./$-]+(:[\w.-]+)?$/));

/** Source: the Compose Specification. */
export const composeSchema = v.strictObject({
  services: v.record(
    name,
    v.strictObject({
      build: v.optional(v.string()),
      image: v.optional(image),
      command: v.optional(v.array(v.string())),
      environment: v.optional(texts),
      ports: v.optional(v.array(v.pipe(v.string(), v.regex(/^(\d+(\.\d+){3}:)?\d+:\d+$/)))),
      sysctls: v.optional(texts),
      networks: v.optional(v.record(name, v.strictObject({ aliases: v.array(v.string()) }))),
      volumes: v.optional(v.array(v.pipe(v.string(), v.regex(/^(\.\/)?[\w.-]+:\/[\w./-]+(:ro)?$/)))),
      depends_on: v.optional(v.record(name, v.strictObject({ condition: v.literal("service_healthy") }))),
    }),
  ),
  volumes: v.optional(v.record(name, v.null())),
});

const step = v.strictObject({
  if: v.optional(v.literal("failure()")),
  uses: v.optional(v.pipe(v.string(), v.regex(/^actions\/[\w-]+@v\d+$/))),
  with: v.optional(texts),
  run: v.optional(v.string()),
});

/** Source: GitHub's workflow syntax. */
export const workflowSchema = v.strictObject({
  name: v.string(),
  on: v.array(v.picklist(["push", "pull_request"])),
  jobs: v.record(
    name,
    v.strictObject({
      "runs-on": v.literal("ubuntu-latest"),
      services: v.optional(
        v.record(
          name,
          v.strictObject({
            image,
            env: v.optional(texts),
            ports: v.optional(v.array(v.pipe(v.string(), v.regex(/^\d+:\d+$/)))),
          }),
        ),
      ),
      env: v.optional(texts),
      steps: v.pipe(
        v.array(
          v.pipe(
            step,
            v.check(({ uses, run }) => (uses === undefined) !== (run === undefined)),
          ),
        ),
        v.minLength(1),
      ),
    }),
  ),
});

/** Source: GitLab's CI/CD YAML syntax. */
export const pipelineSchema = v.record(
  name,
  v.strictObject({
    image,
    services: v.optional(
      v.array(v.strictObject({ name: image, alias: v.optional(name), variables: v.optional(texts) })),
    ),
    variables: v.optional(texts),
    script: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
);
