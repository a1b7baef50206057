import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { startCli } from "../support/cli.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(new URL("../../docs/tokens.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block = ""]) => block.trim());

test("the program on the page prints what it says", async () => {
  const [program = ""] = blocks("ts");
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: root });
  expect(stdout.trim()).toBe(blocks("text")[0]);
});

test("the commands on the page do what it says", async () => {
  const [token = "", start = "", app = ""] = blocks("bash");
  await using any = await startZoomMock();
  const curl = async (command: string, url: string) => {
    const local = `${command.replaceAll("http://127.0.0.1:4010", url)} --silent --show-error --fail`;
    return JSON.parse((await run("bash", ["-c", local])).stdout) as unknown;
  };
  expect(await curl(token, any.url)).toMatchObject({ token_type: "bearer", expires_in: 3600, api_url: any.url });

  await using issued = await startCli(start.replace("npx zoom-mock start ", "").split(" "));
  await expect(curl(token, issued.url)).rejects.toThrow(/400/);
  expect(await curl(app, issued.url)).toMatchObject({ id: "my-app", type: "server_to_server" });
  const known = token.replace("my-client-id:my-client-secret", "my-app:s3cret");
  expect(await curl(known, issued.url)).toMatchObject({ scope: "meeting:write:admin" });
});

test("the apps on the page are those of the default scenario", async () => {
  await using zoom = await startZoomMock();
  for (const { id, client_secret } of await zoom.apps.list())
    expect(page).toContain(`| \`${id}\` | \`${client_secret}\``);
});
