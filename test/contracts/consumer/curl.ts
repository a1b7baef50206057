import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Answer, Message } from "./client.js";

/** Sends with the curl of this machine. */
export async function curl({ url, method, headers }: Omit<Message, "body">, data: readonly string[]): Promise<Answer> {
  const named = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const args = ["--silent", "--show-error", "--noproxy", "*", "-X", method, ...named, ...data, "-w", "\n%{http_code}"];
  const { stdout } = await promisify(execFile)("curl", [...args, url]);
  const end = stdout.lastIndexOf("\n");
  return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) };
}
