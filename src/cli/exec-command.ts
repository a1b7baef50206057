import type { ChildProcess } from "node:child_process";
import type { Command } from "commander";
import { environmentFor, refusedRequests, startZoomMock, type ZoomMock } from "../index.js";
import { addDoorFlags, type DoorFlags, doorOptions } from "./door-flags.js";
import { addWorldFlags, type WorldFlags, worldOptions } from "./world-flags.js";

type ExecFlags = WorldFlags & DoorFlags;

/** `zoom-mock exec -- <command>`: runs a command whose calls of Zoom reach a mock of its own. */
export function execCommand(command: Command): Command {
  command
    .name("exec")
    .description("Run a command whose calls of Zoom reach a mock: as it is, with nothing in it changed.")
    .usage("[options] -- <command> [args...]")
    .argument("<command>", "what to run")
    .argument("[args...]", "its arguments")
    .passThroughOptions();
  return addWorldFlags(addDoorFlags(command)).action(exec);
}

async function exec(program: string, args: readonly string[], { zoomHost, ...flags }: ExecFlags): Promise<void> {
  const doors = doorOptions({ ...flags, ...(zoomHost && { zoomHost }) }, process.env);
  const zoom = await startZoomMock({ ...worldOptions(flags), ...doors, https: 0, proxy: 0 });
  const { variables, dropped } = await environmentFor(zoom, process.env);
  if (dropped.length > 0) {
    console.error(`zoom-mock leaves ${dropped.join(", ")} out of NO_PROXY: Zoom itself would be called.`);
  }
  const { foregroundChild } = await import("foreground-child");
  await new Promise(() => {
    const child: ChildProcess = foregroundChild(
      program,
      [...args],
      { env: { ...process.env, ...variables } },
      async (code, signal) => {
        if (code !== 0 || signal !== null) await reportRefusals(zoom);
        await zoom.close();
        return child.pid === undefined ? NOT_FOUND : undefined;
      },
    );
    child.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "ENOENT" ? "there is no such command" : error.message;
      console.error(`Failed to run ${program}: ${reason}. Name one that is on the PATH, or its file.`);
    });
  });
}

/** As shells exit when they find no command. */
const NOT_FOUND = 127;

async function reportRefusals(zoom: ZoomMock): Promise<void> {
  const refused = await refusedRequests(zoom, "this command");
  if (refused !== undefined) console.error(refused);
}
