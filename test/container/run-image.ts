import { type ChildProcess, spawn } from "node:child_process";
import { type Image, inRoot } from "./build-without-docker.js";

/** What a process that has ended left behind. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A process of an image, as in a container of its own. */
export interface Container extends Disposable {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts an image's program as `docker run` does. Arguments take the place of CMD. */
export const runImage = (image: Image, env: Record<string, string> = {}, args = image.cmd): Container =>
  start(image, [...image.entrypoint, ...args], env);

/** Runs an image's HEALTHCHECK again and again until it succeeds, or the container has ended. */
export async function untilHealthy(image: Image, env: Record<string, string>, container: Container): Promise<Ended> {
  for (;;) {
    const check = await checkHealth(image, env);
    if (check.code === 0 || container.child.exitCode !== null) return check;
  }
}

/** Runs an image's HEALTHCHECK once. */
export const checkHealth = (image: Image, env: Record<string, string>): Promise<Ended> =>
  start(image, image.healthcheck, env).ended;

function start(image: Image, words: readonly string[], env: Record<string, string>): Container {
  const [program = "", ...args] = words.map((word) => inRoot(image.root, word));
  const inside = Object.entries({ ...image.env, ...env }).map(([name, value]) => [name, inRoot(image.root, value)]);
  const child = spawn(program, args, {
    cwd: image.root + image.workdir,
    env: { PATH: `${image.programs}:/usr/bin:/bin`, ...Object.fromEntries(inside) },
    ...userOf(image),
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
  return { child, ended, [Symbol.dispose]: () => void child.kill("SIGKILL") };
}

/** Only root may start a process as somebody else. */
function userOf({ user }: Image): { uid?: number; gid?: number } {
  const [uid, gid = uid] = user?.split(":").map(Number) ?? [];
  return process.getuid?.() === 0 && uid !== undefined && gid !== undefined ? { uid, gid } : {};
}
