import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { get } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT, temporaryFolder } from "../package/packed-package.js";
import { send } from "../support/commands.js";
import { freePort } from "../support/free-port.js";
import { buildWithoutDocker, type Image } from "./build-without-docker.js";
import { checkHealth, runImage, untilHealthy } from "./run-image.js";

const dockerfile = readFileSync(join(ROOT, "Dockerfile"), "utf8");

describe("the image that the Dockerfile's steps make", { timeout: 60_000 }, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let image: Image;

  beforeAll(async () => {
    folder = await temporaryFolder();
    image = await buildWithoutDocker(dockerfile, ROOT, folder.path);
  }, 600_000);

  afterAll(() => folder.remove());

  test("does not start before it is told who may use the control API, and says how to tell", async () => {
    using container = runImage(image);
    const { code, output } = await container.ended;
    expect([code, output]).toEqual([
      2,
      expect.stringMatching(/ZOOM_MOCK_CONTROL_TOKEN[\s\S]*ZOOM_MOCK_NO_CONTROL=true/),
    ]);
  });

  test("becomes healthy, answers as Zoom, keeps its state as a user without rights, and stops when told to", async () => {
    const port = await freePort();
    const env = { ZOOM_MOCK_PORT: port, ZOOM_MOCK_CONTROL_TOKEN: "secret", ZOOM_MOCK_STATE: "/data/world.json" };
    using container = runImage(image, env);
    expect(await untilHealthy(image, env, container)).toEqual({
      code: 0,
      output: expect.stringContaining("is ready at"),
    });
    const url = `http://127.0.0.1:${port}`;
    expect((await send(url, "meetings/68423085", { action: "start" })).status).toBe(204);
    expect((await fetch(`${url}/__zoom/health`)).status).toBe(401);
    container.child.kill("SIGTERM");
    expect((await container.ended).code).toBe(0);
    expect(readFileSync(join(image.root, "data/world.json"), "utf8")).toMatch(/"status": ?"live"/);
    expect((await checkHealth(image, env)).code).toBe(1);
  });

  test("answers under Zoom's hosts, with a certificate that everybody may read and a key that nobody else may", async () => {
    const env = { ZOOM_MOCK_PORT: await freePort(), ZOOM_MOCK_NO_CONTROL: "true", ZOOM_MOCK_HTTPS: await freePort() };
    using container = runImage(image, env);
    expect((await untilHealthy(image, env, container)).code).toBe(0);
    const authority = join(image.root, "data/authority");
    const ca = readFileSync(join(authority, "authority.pem"));
    const request = get({
      host: "127.0.0.1",
      port: env.ZOOM_MOCK_HTTPS,
      path: "/v2/meetings/68423085",
      servername: "api.zoom.us",
      headers: { authorization: "Bearer any" },
      ca,
    });
    const [answer] = await once(request, "response");
    expect(answer.statusCode).toBe(200);
    answer.destroy();
    const [folderMode, certificateMode, keyMode] = ["", "authority.pem", "authority-key.pem"].map(
      (file) => statSync(join(authority, file)).mode & 0o777,
    );
    expect([folderMode, certificateMode, keyMode]).toEqual([0o755, 0o644, 0o600]);
  });

  test("becomes healthy without a control API too", async () => {
    const env = { ZOOM_MOCK_PORT: await freePort(), ZOOM_MOCK_NO_CONTROL: "true" };
    using container = runImage(image, env);
    expect((await untilHealthy(image, env, container)).code).toBe(0);
    expect((await fetch(`http://127.0.0.1:${env.ZOOM_MOCK_PORT}/__zoom/health`)).status).toBe(501);
  });

  test("has every other command", async () => {
    using container = runImage(image, {}, ["operations", "--profile", "2025"]);
    expect(await container.ended).toEqual({ code: 0, output: expect.stringContaining("/livestream/status") });
  });

  test("holds what is needed to run and nothing else", () => {
    const packages = JSON.parse(readFileSync(join(image.root, "app/node_modules/.package-lock.json"), "utf8")).packages;
    expect(Object.keys(packages)).toContain("node_modules/express");
    for (const dev of ["typescript", "vitest", "@pact-foundation/pact"])
      expect(Object.keys(packages)).not.toContain(`node_modules/${dev}`);
    const files = readdirSync(join(image.root, "app"), { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => /\.(node|so|dylib|dll)$/.test(file))).toEqual([]);
    expect(["src", "test", "scripts"].filter((name) => existsSync(join(image.root, "app", name)))).toEqual([]);
  });
});

test.each([
  ["COPY package.json", "COPY packages.json", "Failed to COPY packages.json: it is not there"],
  ["COPY package.json", "COPY test", "Failed to COPY test: it is not there"],
  ["npm ci", "npm cii", "Failed to RUN npm cii"],
  ["WORKDIR", "VOLUME /x\nWORKDIR", "nothing here knows VOLUME"],
  [/^FROM[\s\S]*/m, "FROM a AS b\nRUN mkdir /c\nFROM d\nCOPY --from=b /e f", "Failed to COPY /e: it is not there"],
])("a Dockerfile with %s as %j does not build", async (part, instead, problem) => {
  const folder = await temporaryFolder();
  const building = buildWithoutDocker(dockerfile.replace(part, instead), ROOT, folder.path);
  await expect(building.finally(folder.remove)).rejects.toThrow(problem);
});
