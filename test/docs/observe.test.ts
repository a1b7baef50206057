import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { connectZoomMock } from "../../src/index.js";
import { runCli, startCli } from "../support/cli.js";
import { send } from "../support/commands.js";
import { startReceiver } from "../support/webhook-receiver.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(new URL("../../docs/observe.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block = ""]) => block);
const [start = "", stream = "", metrics = "", ready = ""] = blocks("bash").flatMap((block) => block.trim().split("\n"));
const flags = start.replace("npx zoom-mock start ", "").split(" ");
const local = (command: string, url: string) => `${command} --silent`.replace("http://127.0.0.1:4010", url);

test("the program on the page prints what it says", async () => {
  const [program = ""] = blocks("ts");
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: root });
  expect(stdout).toBe(blocks("text")[0]);
});

test("the stream on the page is one, with the types that the page lists", async () => {
  await using mock = await startCli(flags);
  const curl = spawn("bash", ["-c", `exec ${local(stream, mock.url)}`]);
  let text = "";
  curl.stdout.on("data", (chunk) => (text += chunk));
  const until = (pattern: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => pattern.test(text) && resolve();
      curl.stdout.on("data", look);
      look();
    });
  await until(/^:/);
  await connectZoomMock(mock.url).webhooks.put("mine", { url: "http://127.0.0.1:9/" });
  await send(mock.url, "meetings/68423085", { action: "start" });
  await until(/event: delivery/);
  await fetch(`${mock.url}/__zoom/reset`, { method: "POST" });
  await until(/event: reset/);
  curl.kill();
  const types = [...text.matchAll(/^event: (.*)$/gm)].map(([, type]) => type);
  expect(types).toEqual(["event", "request", "delivery", "reset"]);
  for (const type of types) expect(page).toContain(`\n| \`${type}\` |`);
});

test("the metrics are those that the page lists, and ready answers as it says", async () => {
  await using mock = await startCli(flags);
  const { stdout } = await run("bash", ["-c", local(metrics, mock.url)]);
  const served = [...stdout.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => `${name} ${type}`);
  const listed = [...page.matchAll(/^\| `(zoom_mock_\w+)` \| (\w+) \|/gm)].map(([, name, type]) => `${name} ${type}`);
  expect(listed).toEqual(served);
  expect(page).toContain(`\`${(await run("bash", ["-c", local(ready, mock.url)])).stdout}\``);
});

test("tail prints the attempts to deliver a webhook as on the page", async () => {
  const [, url = ""] = /POST (\S+)/.exec(blocks("text")[2] ?? "") ?? [];
  await using receiver = await startReceiver(() => 503);
  await using mock = await startCli(["--log", "silent", "--frozen-at", "2026-01-31T12:00:00Z"]);
  await using tail = runCli(["tail", "--url", mock.url]);
  await tail.printed(/Following/);
  await connectZoomMock(mock.url).webhooks.trigger("meeting.ended", { url: receiver.endpoint.url });
  await tail.printed(/retrying.*\n/);
  expect((await tail.stop("SIGINT")).stdout.replace(receiver.endpoint.url, url)).toBe(blocks("text")[2]);
});

test("tail prints as on the page", async () => {
  const [command = "", , line = ""] = blocks("text")[1]?.split("\n") ?? [];
  await using mock = await startCli(["--log", "silent"]);
  await using tail = runCli([...command.replace("$ npx zoom-mock ", "").split(" "), "--url", mock.url]);
  await tail.printed(/Following/);
  for (let sent = 0; sent < 2; sent += 1) await send(mock.url, "meetings/68423085", { action: "start" });
  await tail.printed(/startThrottled/);
  expect((await tail.stop("SIGINT")).stdout.replace(/^\S+ /, "")).toBe(`${line.replace(/^\S+ /, "")}\n`);
});
