// Runs a client inside `zoom-mock exec`, passes on what it prints, and writes down what the mock saw of it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";

const { command, environment, without, until, report } = JSON.parse(process.argv[2]);
const mock = process.env["ZOOM_MOCK_URL"];
const env = { ...process.env, ...environment };
for (const name of without) delete env[name];

const [program, ...args] = command;
const client = spawn(program, args, { env, stdio: ["ignore", "pipe", "inherit"] });
const ended = once(client, "close");
process.on("SIGTERM", () => client.kill());
let output = "";
for await (const text of client.stdout.setEncoding("utf8")) {
  output += text;
  process.stdout.write(text);
  if (until === undefined || !output.includes(until) || client.killed) continue;
  await control("/webhooks/trigger", { event: "endpoint.url_validation" });
  client.kill();
}
const [code] = await ended;
const { requests } = await control("/requests");
const { deliveries } = await control("/deliveries");
writeFileSync(report, JSON.stringify({ requests, deliveries }));
process.exitCode = client.killed ? 0 : (code ?? 1);

async function control(path, body) {
  const init = body && { method: "POST", body: JSON.stringify(body) };
  return (await fetch(`${mock}/__zoom${path}`, init)).json();
}
