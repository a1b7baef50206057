import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";

/** The cores this process may use, as far as the platform tells. @type {readonly number[]} */
const cores = allowedCores();

/** Whether server and generator can be kept on a core each; without that they disturb each other more. */
const canPin = cores.length > 1 && spawnSync("taskset", ["--version"]).status === 0;

/** The command prefix that keeps a process on one core. @param {"server" | "generator"} role */
export const pinned = (role) =>
  canPin ? ["taskset", "--cpu-list", String(role === "server" ? cores.at(0) : cores.at(-1))] : [];

/** What the numbers were measured on. */
export const machineFacts = () => ({
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
  machine: `${os.availableParallelism()} cores, ${os.cpus()[0]?.model ?? "unknown CPU"}, ${os.type()}`,
});

function allowedCores() {
  try {
    const [, list = ""] = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return list.split(",").flatMap((range) => {
      const [first = 0, last = first] = range.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
  } catch {
    return []; // not Linux
  }
}
