import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ZOOM_HOSTS } from "../../src/interception/zoom-hosts.js";
import { MAIN, type Running, startCli, zoomMock } from "../support/cli.js";
import { docsPage } from "../support/docs-page.js";
import { temporaryFolder } from "../support/folder.js";

const run = promisify(execFile);
const { text: page, blocks } = docsPage("unmodified-clients.md");
const [seed = "", suite = "", running = "", direct = "", trusting = ""] = blocks("bash");
const folder = temporaryFolder();
const OWN = { XDG_DATA_HOME: `${folder.path}/data`, XDG_CACHE_HOME: `${folder.path}/cache` };

let mock: Running;
beforeAll(async () => {
  const flags = running.split("\n")[0]?.replace("npx zoom-mock start ", "").replace(/\d+/g, "0");
  mock = await startCli(flags?.split(" "), OWN);
});
afterAll(async () => {
  await mock.stop();
  folder[Symbol.dispose]();
});

/** Runs a script of the page with the built command in the place of the installed one. */
const bash = async (script: string, env: Record<string, string> = {}) =>
  (
    await run("bash", ["-c", script.replaceAll("npx zoom-mock", `'${process.execPath}' '${MAIN}'`)], {
      env: { ...process.env, ...OWN, ...env },
      cwd: folder.path,
    })
  ).stdout;

test("the first command starts a stream", async () => {
  expect(await bash(`${seed.trim()} --silent`)).toContain("HTTP/1.1 204 No Content");
});

test("exec takes the flags of start", async () => {
  expect(await bash(suite.replace("npm test", "printenv ZOOM_API_BASE_URL"))).toMatch(/^http:\/\/127.*\/v2\n$/);
});

test("a shell takes over the variables of a mock that runs", async () => {
  const [, ...commands] = running.trim().split("\n");
  const script = `${commands.join("\n")} --silent --write-out '%{http_code}'`;
  expect(await bash(script, { ZOOM_MOCK_URL: mock.url })).toBe("204");
});

test("the table names every variable that is set", async () => {
  const { stdout } = await zoomMock(["env", "--url", mock.url, "--shell", "json"], OWN);
  const names = Object.keys(JSON.parse(stdout));
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("the page names every host", () => {
  expect(ZOOM_HOSTS.filter((host) => !page.includes(`\`${host.replace(/^(api-..)\.zoom\.us$/, "$1")}\``))).toEqual([]);
});

test("by HTTPS alone, a client that trusts the authority's file starts a stream", async () => {
  const flags = direct.trim().replace("npx zoom-mock start ", "").replace("443", "0").replace("./", `${folder.path}/`);
  await using secure = await startCli(flags.split(" "), OWN);
  const port = /https:\/\/127\.0\.0\.1:(\d+)/.exec(secure.output())?.[1];
  const resolved = `--silent --connect-to api.zoom.us:443:127.0.0.1:${port}`;
  expect(JSON.parse(await bash(`${trusting.trim()} ${resolved}`))).toMatchObject({ id: 68423085 });
});
